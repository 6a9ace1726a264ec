import { readsOfCondition, readsOfMoment, readsOfTest } from '../conditions/reads-of.js';
import type { PiecePlan } from '../types/facts.js';
import type { FlowState, Plan } from '../types/plan.js';
import { targetsOf } from './flow/page-ways.js';
import { readsOfCompute } from './compute/reads-of-compute.js';
import { readsOfRows } from './rows/reads-of-rows.js';
import type { Condition, Test } from '../types/condition.js';

/** The parts of a plan that read answers. */
export type ReadingPlan = Pick<
  Plan,
  'fields' | 'groups' | 'pieces' | 'advice' | 'fees' | 'flow' | 'window' | 'parties' | 'links'
>;

/**
 * The reader index: pattern pointer, `today` or `filing` → all that a change of it can touch, through
 * activity too, in plan order. What only checks or requires a field is touched but passes nothing on.
 */
export function indexReaders(plan: ReadingPlan): Record<string, string[]> {
  const direct = new Map<string, Set<string>>();
  const passing = new Map<string, Set<string>>();
  const note = (reads: Iterable<string>, reader: string, passes = false) => {
    for (const read of reads) {
      add(direct, read, reader);
      if (passes) add(passing, read, reader);
    }
  };
  noteFields(plan, note);
  noteFacts(plan, note);
  const made: Record<string, string[]> = {};
  const order = orderOf(plan);
  for (const read of [...direct.keys()].sort()) {
    const found = closure(read, direct, passing);
    made[read] = [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }
  return made;
}

type Note = (reads: Iterable<string>, reader: string, passes?: boolean) => void;

function noteFields(plan: ReadingPlan, note: Note): void {
  for (const [pointer, group] of Object.entries(plan.groups)) {
    note(readsOfCondition(group.show), pointer, true);
    if (group.required !== true) note(readsOfCondition(group.required), pointer);
    note(readsOfRows(pointer, group), pointer);
  }
  for (const [pointer, field] of Object.entries(plan.fields)) {
    note(readsOfCondition(field.show), pointer, true);
    if (field.required !== true) note(readsOfCondition(field.required), pointer);
    note(readsOfTest(field.schema as Test), pointer);
    note(readsOfParty(plan, field.by), pointer);
    note(readsOfCompute(field.compute), pointer, true);
  }
}

function noteFacts(plan: ReadingPlan, note: Note): void {
  for (const [name, piece] of Object.entries(plan.pieces)) {
    note(readsOfPiece(plan, piece), `@piece/${name}`);
  }
  for (const [index, advice] of plan.advice.entries()) {
    note(readsOfCondition(advice.when), `@advice/${index}`);
  }
  for (const [index, fee] of plan.fees.entries()) {
    note(readsOfCondition(fee.when), `@fee/${index}`);
    note(fee.asOf ? readsOfMoment(fee.asOf) : ['today'], `@fee/${index}`);
  }
  for (const condition of guardsOf(plan)) note(readsOfCondition(condition), '@flow');
  if (!plan.window) return;
  note(['today', 'filing'], '@window');
  note(readsOfMoment(plan.window.opens), '@window');
  note(readsOfMoment(plan.window.closes), '@window');
}

/** A piece asked for each row reads the rows, what tells them apart, and what names them. */
function readsOfPiece(plan: ReadingPlan, piece: PiecePlan): ReadonlySet<string> {
  const { asked, each, oncePer, freshFor, by } = piece;
  const row = each === undefined ? '' : `${each}/*`;
  const reads = new Set(asked === true ? [] : readsOfCondition(asked, row));
  for (const read of readsOfParty(plan, by)) reads.add(read);
  if (freshFor !== undefined) reads.add('filing');
  if (each === undefined) return reads;
  reads.add(each);
  for (const named of [oncePer, plan.groups[each]?.title])
    if (named !== undefined) reads.add(`${row}${named.slice(1)}`);
  return reads;
}

/** What decides whether a party is asked. */
function readsOfParty(plan: ReadingPlan, name: string | undefined): ReadonlySet<string> {
  const party = name === undefined ? undefined : plan.parties[name];
  if (!party) return new Set();
  const until = party.until === undefined ? [] : ['filing', ...readsOfMoment(party.until)];
  return new Set([...readsOfCondition(party.when), ...until]);
}

function guardsOf({ flow }: ReadingPlan): readonly Condition[] {
  const inside = (states: Readonly<Record<string, FlowState>> = {}): Condition[] =>
    Object.values(states).flatMap((state) => [
      ...targetsOf(state).flatMap(({ guard }) => (guard ? [guard.params] : [])),
      ...inside(state.states),
    ]);
  return inside(flow.states);
}

function closure(
  read: string,
  direct: ReadonlyMap<string, ReadonlySet<string>>,
  passing: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const found = new Set<string>(direct.get(read));
  const waiting = [...(passing.get(read) ?? [])];
  const seen = new Set<string>(waiting);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const reader of direct.get(next) ?? []) found.add(reader);
    for (const reader of passing.get(next) ?? []) {
      if (!seen.has(reader)) waiting.push(reader);
      seen.add(reader);
    }
  }
  return found;
}

/** Groups and fields in plan order, then the rest by kind. */
function orderOf(plan: ReadingPlan): Map<string, number> {
  const names = [
    ...Object.keys(plan.groups),
    ...Object.keys(plan.fields),
    ...Object.keys(plan.pieces).map((name) => `@piece/${name}`),
    ...plan.advice.map((_, index) => `@advice/${index}`),
    ...plan.fees.map((_, index) => `@fee/${index}`),
    '@flow',
    '@window',
  ];
  return new Map(names.map((name, index) => [name, index]));
}

function add(map: Map<string, Set<string>>, key: string, item: string): void {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(item));
}
