import type { FieldPlan, Pointer } from '@guichet/procedure';
import { parsePointer } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { isStandIn } from '../interpreter/scope.js';
import type { LookupEntry } from '../ports.js';
import type { Core } from '../session/core.js';
import { fieldAt } from '../session/acts/answer.js';
import { told } from '../session/told.js';
import { fillIn } from './fill-in.js';
import type { Suggestion } from './suggestion.js';

/** Most entries offered: more are no help to who reads them one by one. */
const most = 20;

/** Longest text asked for, and longest label shown. */
const longest = 200;

/** How long a list may take; what comes later is not offered. */
const patience = 5000;

const asked = new WeakMap<Core, Map<Pointer, number>>();

/**
 * Entries of a field's list for a text. Empty, and nothing is said, when the list cannot be had, is too
 * slow, or was asked again since: what is typed stays free. Never rejects.
 */
export async function lookUp(
  core: Core,
  pointer: Pointer,
  text: string,
): Promise<readonly Suggestion[]> {
  const plan = fieldAt(core, pointer);
  const { lookups } = core.ports;
  const isLast = turnOf(core, pointer);
  const sent = text.trim().slice(0, longest);
  if (!plan.lookup || !lookups || core.readOnly || sent === '') return [];
  const query = { text: sent, with: answersBeside(core, pointer, plan.lookup.with ?? []) };
  const found = await Promise.race([
    ask(() => lookups.find(plan.lookup?.list ?? '', query)),
    tired(core),
  ]);
  if (!isLast() || core.isClosed || !Array.isArray(found)) return [];
  return found
    .filter(isEntry)
    .slice(0, most)
    .map((entry) => suggestion(core, pointer, plan, entry));
}

/** Whether nothing was asked of the same field since. */
function turnOf(core: Core, pointer: Pointer): () => boolean {
  const turns = asked.get(core) ?? new Map<Pointer, number>();
  asked.set(core, turns);
  const turn = (turns.get(pointer) ?? 0) + 1;
  turns.set(pointer, turn);
  return () => turns.get(pointer) === turn;
}

/** What a port answers; nothing when it throws or rejects. */
async function ask(find: () => Promise<unknown>): Promise<unknown> {
  try {
    return await find();
  } catch {
    return [];
  }
}

function tired({ ports }: Core): Promise<readonly LookupEntry[]> {
  return new Promise((resolve) => {
    ports.later?.(() => resolve([]), patience);
  });
}

/** Answers that narrow the list down, by the last name of their pointer; what is not known is left out. */
function answersBeside(
  { model }: Core,
  owner: Pointer,
  pointers: readonly Pointer[],
): Readonly<Record<string, unknown>> {
  const { scope } = model;
  const known = pointers.flatMap((pattern): [string, unknown][] => {
    const pointer = bind(pattern, owner);
    if (pointer === undefined || scope.activity(pointer) === 'false') return [];
    if (isStandIn(scope.mark(pointer)) || scope.isFaulty(pointer)) return [];
    const value = scope.value(pointer);
    return value === undefined ? [] : [[parsePointer(pattern).at(-1) ?? '', value]];
  });
  return Object.fromEntries(known);
}

/** A port is somebody else's code: what is no entry is passed over. */
function isEntry(entry: unknown): entry is LookupEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { label, values } = entry as Partial<LookupEntry>;
  return typeof label === 'string' && label !== '' && typeof values === 'object' && values !== null;
}

function suggestion(core: Core, pointer: Pointer, plan: FieldPlan, entry: LookupEntry): Suggestion {
  const fill = told(core, () => fillIn(core, pointer, plan, entry));
  return { label: entry.label.slice(0, longest), fill };
}
