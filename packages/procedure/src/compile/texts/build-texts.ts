import { lookUp } from '../../read/resolve-uses.js';
import { entriesOf, isObject, member } from '../../read/shapes.js';
import { didYouMean } from '../../read/did-you-mean.js';
import type { Workspace } from '../../read/workspace.js';
import type { Plan } from '../../types/plan.js';
import type { Texts } from '../../types/texts.js';
import { joinPointer } from '../../pointers/join-pointer.js';
import type { Outline } from '../outline.js';
import type { Mount } from '../schema/schema.js';
import { type Gathered, gatherWords } from './gather-words.js';
import { namedSteps, neededWords } from './needed-words.js';
import { overlay, type Words } from './read-texts.js';
import { reportMissing } from './report-missing.js';
import { reportSameLabels } from './report-same-labels.js';
import { spokenWords } from './spoken-words.js';

/** What the words are about. */
export interface TextsContext {
  readonly plan: Plan;
  readonly outline: Outline;
  readonly mounts: readonly Mount[];
}

/**
 * One bundle of words a declared language. Reports `missing-text`, `unknown-text` and `missing-language`;
 * a bundle is made all the same, missing messages taken from the first language.
 */
export function buildTexts(workspace: Workspace, context: TextsContext): Record<string, Texts> {
  const gathered = context.plan.languages.map((lang) => ({
    lang,
    ...gatherWords(workspace, lang, context.mounts),
  }));
  const ui = [
    ...new Set(gathered.flatMap(({ words }) => entriesOf(words['ui']).map(([key]) => key))),
  ];
  const needed = [
    ...neededWords(context.plan, context.outline),
    ...ui.map((key) => ({ path: ['ui', key], seen: 'in the interface' })),
  ];
  const [first] = gathered;
  const made: Record<string, Texts> = {};
  for (const one of gathered) {
    const words = withReasons(one.words, context.outline);
    reportMissing(workspace, one, {
      words,
      reference: withReasons(first?.words ?? {}, context.outline),
      needed,
      mounts: context.mounts,
    });
    reportUnknown(workspace, one, context);
    reportSameLabels(workspace, one, context.plan);
    const full = first && first !== one ? overlay(first.words, words) : words;
    made[one.lang] = bundleOf(one.lang, withReasons(full, context.outline), words, context);
  }
  return made;
}

/** `guichet.why` may name one of `says` instead of a text beside the field. */
function withReasons(words: Words, outline: Outline): Words {
  const fields: Record<string, unknown> = { ...(words['fields'] as Words | undefined) };
  for (const node of outline.nodes.values()) {
    const said = node.why === undefined ? undefined : member(words['says'], node.why);
    const field = fields[node.pointer];
    if (said === undefined || member(field, 'why') !== undefined) continue;
    fields[node.pointer] = { ...(isObject(field) ? field : {}), why: said };
  }
  return { ...words, fields };
}

const rightToLeft: readonly string[] = [
  'ar',
  'fa',
  'he',
  'ps',
  'ur',
  'ckb',
  'sd',
  'ug',
  'yi',
  'dv',
];

function bundleOf(lang: string, words: Words, own: Words, context: TextsContext): Texts {
  const { plan } = context;
  const kept = (section: string, keys: Iterable<string>) => keep(words[section], new Set(keys));
  const reviewed = own['reviewed'];
  const steps = Object.values(plan.steps);
  const headings = steps.flatMap((step) => step.sections.map((section) => section.key ?? ''));
  const bundle = {
    format: 1,
    lang,
    dir: rightToLeft.includes(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr',
    ...(isObject(reviewed) ? { reviewed } : {}),
    title: words['title'] ?? plan.id,
    ...(words['summary'] === undefined ? {} : { summary: words['summary'] }),
    steps: kept('steps', namedSteps(plan)),
    groups: kept('groups', [...headings, ...Object.keys(plan.groups)]),
    fields: labelled(kept('fields', Object.keys(plan.fields)), plan),
    pieces: kept('pieces', Object.keys(plan.pieces)),
    advice: kept(
      'advice',
      plan.advice.map((advice) => advice.say),
    ),
    ...optional('parties', kept('parties', Object.keys(plan.parties))),
    ...optional('links', kept('links', Object.keys(plan.links ?? {}))),
    fees: kept(
      'fees',
      plan.fees.map((fee) => fee.name),
    ),
    says: words['says'] ?? {},
    states: words['states'] ?? {},
    clocks: words['clocks'] ?? {},
    attestations: words['attestations'] ?? {},
    events: words['events'] ?? {},
    ui: spokenWords(words['ui'], plan),
  };
  return bundle as unknown as Texts;
}

/** Sections that a bundle has only when there is something in them. */
function optional(name: string, words: Record<string, unknown>): Record<string, unknown> {
  return Object.keys(words).length > 0 ? { [name]: words } : {};
}

function keep(section: unknown, keys: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(entriesOf(section).filter(([key]) => keys.has(key)));
}

/** Every field has a label, were it only its name: a page never shows nothing. */
function labelled(fields: Record<string, unknown>, plan: Plan): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const pointer of Object.keys(plan.fields)) {
    const label = pointer.slice(pointer.lastIndexOf('/') + 1);
    const field = fields[pointer];
    made[pointer] = { label, ...(isObject(field) ? field : {}) };
  }
  return made;
}

function reportUnknown(workspace: Workspace, gathered: Gathered, context: TextsContext): void {
  const { plan, outline } = context;
  const steps = Object.values(plan.steps);
  const known: Readonly<Record<string, Iterable<string>>> = {
    fields: Object.keys(plan.fields),
    steps: namedSteps(plan),
    pieces: Object.keys(plan.pieces),
    parties: Object.keys(plan.parties),
    links: Object.keys(plan.links ?? {}),
    groups: [
      ...outline.nodes.keys(),
      ...steps.flatMap((step) => step.sections.map((section) => section.key ?? '')),
    ],
  };
  for (const [section, names] of Object.entries(known)) {
    const set = new Set(names);
    const holder = lookUp(gathered.own, joinPointer([section]));
    for (const [key] of entriesOf(holder)) {
      if (set.has(key)) continue;
      workspace.report(workspace.placeOfKey(holder, key), {
        rule: 'unknown-text',
        severity: 'warning',
        message: `"${key}" is none of this procedure's ${section}, so nobody ever reads these words.`,
        fix: `Correct the key, or remove it.${didYouMean(key, set)}`,
      });
    }
  }
}
