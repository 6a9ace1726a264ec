import { resolvePath } from '../../read/resolve-path.js';
import { resolveUses } from '../../read/resolve-uses.js';
import { entriesOf, isObject, type Json, member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import { checkJourney } from './check-journey.js';
import { namedObjects } from './fact-reader.js';
import { checkReplacement } from './replace-states.js';
import type { LifecyclePlan } from '../../types/journey.js';

/** Names of the procedure that the journey speaks of. */
export interface KnownNames {
  readonly clocks: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/**
 * The journey: the shared one, with named states filled by a compound one (rules.md B3): entry, exits and
 * rights stay the shared one's. Reports `lifecycle-missing`,
 * `unknown-state`, `unknown-clock` and `unknown-source`, and what {@link checkJourney} and {@link checkReplacement} do.
 */
export function buildLifecycle(
  workspace: Workspace,
  procedure: Json,
  known: KnownNames,
): LifecyclePlan {
  // A guide files nothing, so nothing follows.
  if (procedure['guide'] === true) return { id: workspace.id, initial: '', states: {} };
  const authored = procedure['lifecycle'];
  const base = readFile(workspace, authored, 'base');
  if (!base) return { id: workspace.id, initial: '', states: {} };
  const states: Record<string, unknown> = { ...cleanStates(base['states']) };
  const replace = member(authored, 'replace');
  for (const [name] of entriesOf(replace)) {
    const inner = readFile(workspace, replace, name);
    if (!Object.hasOwn(states, name)) reportState(workspace, replace, name);
    else if (inner) {
      checkReplacement({ workspace, name, states, file: inner });
      const { initial, states: nested } = inner;
      states[name] = { ...(states[name] as Json), initial, states: cleanStates(nested) };
    }
  }
  checkClocks(workspace, procedure, states, known);
  const plan = { ...base, states, id: String(base['id'] ?? workspace.id) } as unknown as LifecyclePlan;
  checkJourney(workspace, workspace.placeOf(procedure, 'lifecycle'), plan);
  return plan;
}

/** A waiting state names a clock of this procedure, or says with a source that the law sets none. */
function checkClocks(workspace: Workspace, procedure: Json, states: Json, known: KnownNames): void {
  const clocks = clocksOf(states);
  const waited = clocks.filter((clock): clock is string => typeof clock === 'string');
  const sources = clocks.flatMap((clock) => {
    const source = member(clock, 'source');
    return source === undefined ? [] : [String(source)];
  });
  report('unknown-clock', 'clocks', waited, known.clocks);
  report('unknown-source', 'sources', sources, known.sources);

  function report(
    rule: string,
    section: string,
    named: readonly string[],
    defined: ReadonlySet<string>,
  ): void {
    const missing = [...new Set(named)].filter((name) => !defined.has(name)).sort();
    if (missing.length === 0) return;
    const listed = missing.map((name) => `"${name}"`).join(', ');
    workspace.report(workspace.placeOf(procedure, 'lifecycle'), {
      rule,
      message: `The journey names ${section} that this procedure does not define: ${listed}. Nobody could be told how long to wait.`,
      fix: `Define them under "${section}" in procedure.json.`,
    });
  }
}

/** The clock of each state, those inside others included. */
function clocksOf(states: unknown): unknown[] {
  return namedObjects(states).flatMap(([, state]) => [
    member(state['meta'], 'clock'),
    ...clocksOf(state['states']),
  ]);
}

/** States that can be read: what is no object was reported by its shape, and is left out. */
function cleanStates(states: unknown): Json {
  const made: Record<string, unknown> = {};
  for (const [name, state] of namedObjects(states)) {
    const { meta, states: inner, ...rest } = state;
    made[name] = {
      ...rest,
      ...(isMeta(meta) ? { meta } : {}),
      ...(isObject(inner) ? { states: cleanStates(inner) } : {}),
    };
  }
  return made;
}

function isMeta(meta: unknown): boolean {
  const clock = member(meta, 'clock');
  const texts = [member(meta, 'label'), member(meta, 'means'), member(clock, 'none') ?? ''];
  if (!texts.every((text) => typeof text === 'string')) return false;
  const isClock = clock === undefined || typeof clock === 'string' || isObject(clock);
  return isClock && Array.isArray(member(meta, 'can'));
}

function readFile(workspace: Workspace, holder: unknown, key: string): Json | undefined {
  const reference = member(holder, key);
  const at = workspace.placeOf(holder, key);
  const target = typeof reference === 'string' ? resolvePath(at.file, reference) : undefined;
  const found = target && workspace.read(target.file);
  if (isObject(found)) {
    const resolved = resolveUses(workspace, found);
    return isObject(resolved) ? resolved : undefined;
  }
  workspace.report(at, {
    rule: 'lifecycle-missing',
    message: `"${String(reference)}" is no file of this folder, so nobody knows what happens after filing.`,
    fix: 'Write the path of a lifecycle file relative to this one, such as "../shared/lifecycle.json".',
  });
  return undefined;
}

function reportState(workspace: Workspace, replace: unknown, name: string): void {
  workspace.report(workspace.placeOfKey(replace, name), {
    rule: 'unknown-state',
    message: `The shared journey has no state "${name}" to fill.`,
    fix: 'Name one of its states.',
  });
}
