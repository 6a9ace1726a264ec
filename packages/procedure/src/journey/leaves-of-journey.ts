import type { JourneyMeta, JourneyState, LifecyclePlan } from '../types/journey.js';
import { entriesOf, isObject, itemsOf, member } from '../read/shapes.js';

/** One state of the journey that a dossier can be in, with what it accepts, its parents' events included. */
export interface JourneyLeaf {
  /** Dotted path: `silence.waiting`. */
  readonly path: string;
  /** Its own, else that of the nearest state around it. */
  readonly meta: JourneyMeta | undefined;
  /** Event type → paths of the leaves it may lead to; an event that leads nowhere stays here. */
  readonly on: ReadonlyMap<string, readonly string[]>;
}

/** The journey as leaves by path, compound states entered at their initial one. */
export function leavesOfJourney(lifecycle: LifecyclePlan): Map<string, JourneyLeaf> {
  const leaves = new Map<string, JourneyLeaf>();
  const root = { ...lifecycle, meta: undefined } as unknown as JourneyState;
  visit(root, [], []);
  return leaves;

  function visit(state: JourneyState, path: readonly string[], above: readonly Scope[]): void {
    const scopes = [{ state, path }, ...above];
    const inner = Object.entries(state.states ?? {});
    for (const [name, child] of inner) visit(child, [...path, name], scopes);
    if (inner.length > 0 || path.length === 0) return;
    const on = eventsOf(scopes, (target, from) => leafOf(lifecycle, target, from));
    const meta = scopes.find((scope) => scope.state.meta !== undefined)?.state.meta;
    leaves.set(path.join('.'), { path: path.join('.'), meta, on });
  }
}

/** Paths of the leaf where a journey starts. */
export function initialLeaf(lifecycle: LifecyclePlan): string {
  return enter(lifecycle, [lifecycle.initial]).join('.');
}

interface Scope {
  readonly state: JourneyState;
  readonly path: readonly string[];
}

/** Events of a state and its parents; the inner one counts, unless every candidate of it has a guard. */
function eventsOf(
  scopes: readonly Scope[],
  resolve: (target: string, from: readonly string[]) => string | undefined,
): Map<string, readonly string[]> {
  const made = new Map<string, string[]>();
  const closed = new Set<string>();
  for (const { state, path } of scopes) {
    for (const [event, value] of entriesOf(state.on)) {
      if (closed.has(event)) continue;
      const candidates = Array.isArray(value) ? itemsOf(value) : [value];
      const targets = candidates.flatMap((candidate) => targetOf(candidate, path, resolve));
      made.set(event, [...(made.get(event) ?? []), ...targets]);
      if (candidates.some((candidate) => member(candidate, 'guard') === undefined))
        closed.add(event);
    }
  }
  return made;
}

function targetOf(
  candidate: unknown,
  path: readonly string[],
  resolve: (target: string, from: readonly string[]) => string | undefined,
): string[] {
  const target = typeof candidate === 'string' ? candidate : member(candidate, 'target');
  const found = typeof target === 'string' ? resolve(target, path) : undefined;
  return found === undefined ? [] : [found];
}

/** The leaf that a target means: `#id.path`, `.child`, or a sibling of the state that names it. */
function leafOf(
  lifecycle: LifecyclePlan,
  target: string,
  from: readonly string[],
): string | undefined {
  const isAbsolute = target.startsWith('#');
  const rest = target.replace(/^#[^.]*\.?|^\./, '').split('.');
  const base = isAbsolute ? [] : target.startsWith('.') ? from : from.slice(0, -1);
  const path = enter(lifecycle, [...base, ...rest]);
  return path.length === 0 ? undefined : path.join('.');
}

/** Follows the initial states of a path down to a leaf; empty when the path names nothing. */
function enter(lifecycle: LifecyclePlan, path: readonly string[]): string[] {
  let states: unknown = lifecycle.states;
  let state: unknown;
  for (const name of path) {
    state = member(states, name);
    if (!isObject(state)) return [];
    states = state['states'];
  }
  const made = [...path];
  while (isObject(states) && Object.keys(states).length > 0) {
    const initial = String(member(state, 'initial') ?? '');
    state = member(states, initial);
    if (!isObject(state)) return [];
    states = state['states'];
    made.push(initial);
  }
  return made;
}
