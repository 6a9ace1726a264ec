import type { Pointer } from '@guichet/procedure';
import { fieldState } from '../model/field-state.js';
import { groupState } from '../model/group-state.js';
import { givenOf, askedOf } from '../judge/pieces.js';
import type { RawIssue } from '../judgement.js';
import { askedOfParty } from '../model/party.js';
import { askedFrom } from '../model/instances.js';
import { amountsOn } from '../model/model.js';
import { patternIn } from '../model/pattern-in.js';
import { pieceInstance, pieceInstances } from '../model/piece-instances.js';
import { hasField } from '../model/shape.js';
import type { Core } from './core.js';
import { itemsOf, type Page } from '../flow/pages.js';
import { findText } from '../texts/find-text.js';
import type { Issue } from './views.js';
import { labelOf } from './label-of.js';
import { fieldTexts, own, word } from './words.js';

/** What is wrong at a pointer now, drawn or not: the service's word first. */
export function rawIssueAt(core: Core, pointer: Pointer): RawIssue | undefined {
  const server = core.server.get(pointer);
  if (server) return server;
  if (pointer.startsWith('@piece/')) return pieceIssue(core, pointer);
  const isField = hasField(core.plan, patternIn(core.model, pointer));
  return isField ? fieldState(core.model, pointer).issue : groupState(core.model, pointer).issue;
}

/** The issue to draw at a pointer; none before blur or "continue". */
export function drawnIssue(core: Core, pointer: Pointer): Issue | undefined {
  if (!mayBeDrawn(core, pointer)) return undefined;
  const raw = rawIssueAt(core, pointer);
  return raw && issueView(core, raw);
}

/** Whether an issue is drawn at a pointer: what counts them needs no words. */
export function isDrawn(core: Core, pointer: Pointer): boolean {
  return mayBeDrawn(core, pointer) && rawIssueAt(core, pointer) !== undefined;
}

function mayBeDrawn(core: Core, pointer: Pointer): boolean {
  return core.displayed.has(pointer) || core.server.has(pointer);
}

/** A fault with its words. */
export function issueView(core: Core, raw: RawIssue): Issue {
  return {
    ...raw,
    message: messageOf(core, raw),
    source: core.server.has(raw.pointer) ? 'server' : 'form',
    step: homeOf(core, raw.pointer),
  };
}

/** Faults of one page, in the order asked, drawn or not. */
export function issuesOn(core: Core, page: Page): readonly RawIssue[] {
  return pointersOn(core, page).flatMap((pointer) => rawIssueAt(core, pointer) ?? []);
}

/** Everything on a page that can have an issue: fields, groups with the fields in their rows, pieces. */
export function pointersOn(core: Core, page: Page): readonly Pointer[] {
  if (page.plan.kind === 'pieces')
    return pieceInstances(core.model).map(({ name }) => `@piece/${name}`);
  const items = itemsOf(page);
  const { group } = page;
  const isOverview = page.plan.kind === 'each' && page.row === undefined && group !== undefined;
  return (isOverview ? [group] : items).flatMap((pointer) => [
    pointer,
    ...rowFieldsOf(core, pointer),
  ]);
}

/** Everything concrete in the rows of a group, row by row: fields, and the groups inside with their rows. */
export function rowFieldsOf(core: Core, group: Pointer): readonly Pointer[] {
  return core.model.content.rows.has(group) ? askedFrom(core.model, group).slice(1) : [];
}

/** The page where a pointer is asked; empty when no page of today's path asks it. */
export function homeOf(core: Core, pointer: Pointer): string {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const home = (core.homes ??= homesOf(core, core.pages)).get(at);
    if (home !== undefined) return home;
  }
  // A container is mended where the first answer inside it is asked.
  const inside = [...(core.homes ?? [])].find(([at]) => at.startsWith(`${pointer}/`));
  return inside?.[1] ?? '';
}

/** Where each pointer of a path is asked. @internal */
export function homesOf(core: Core, pages: readonly Page[]): ReadonlyMap<Pointer, string> {
  const homes = new Map<Pointer, string>();
  for (const page of pages) {
    for (const pointer of pointersOn(core, page)) homes.set(pointer, page.id);
    if (page.group !== undefined && !homes.has(page.group)) homes.set(page.group, page.id);
  }
  return homes;
}

function pieceIssue(core: Core, pointer: Pointer): RawIssue | undefined {
  const name = pointer.slice('@piece/'.length);
  const refused = core.uploads.refusals(name).at(-1);
  if (refused) return { pointer, code: refused.code, params: refused.params, stops: false };
  if (askedOf(core.model, name) !== 'true' || givenOf(core.model, name) !== 'nothing')
    return undefined;
  const giver = askedOfParty(core.model, pieceInstance(core.model, name)?.plan.by);
  if (giver.by !== undefined || giver.isOpen) return undefined;
  return { pointer, code: 'piece-nothing', params: {}, stops: false };
}

/** The author's message for this field and fault first, then by format, by kind, by fault, then the general one. */
function messageOf(core: Core, { pointer, code, params, stops }: RawIssue): string {
  const field = own(core.plan.fields, patternIn(core.model, pointer));
  const keys = [
    `issues.${code}.${String(params[code] ?? '')}`,
    `issues.${code}.${field?.kind ?? ''}`,
    ...(code === 'required' && stops ? ['issues.must-know'] : []),
    `issues.${code}`,
    'issues.generic',
    'issues.format',
  ];
  const texts = fieldTexts(core, pointer)?.issues ?? {};
  const written = own(texts, `${code}.${String(params[code] ?? '')}`) ?? own(texts, code);
  const found = written ?? keys.map((key) => findText(core.texts, key)).find(Boolean);
  const label = labelOf(core, pointer) || pageLabel(core, pointer);
  const amounts = amountsOn(core.plan, core.model.days.filing);
  return word(core, found, { ...amounts, ...params, label }) || label;
}

/** What the service says of something that no page asks is said of its page, or of the whole. */
function pageLabel(core: Core, pointer: Pointer): string {
  const { name } = core.pages.find(({ id }) => id === homeOf(core, pointer)) ?? {};
  return word(core, own(core.texts.steps, name ?? '')?.title ?? core.texts.title);
}
