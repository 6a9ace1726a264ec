import { entriesOf, isObject, itemsOf, type Json, member, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';

/** One state of the shared journey, and the file that fills it. */
export interface Replacement {
  readonly workspace: Workspace;
  readonly name: string;
  /** The states of the shared journey. */
  readonly states: Json;
  /** The file: `initial` and `states`. */
  readonly file: Json;
}

/**
 * Holds the states inside a filled one to what the shared journey promises (rules.md B3): its entry, its exits and
 * its rights stay. Reports `replace-shape`, `replace-narrows`, `replace-exit`, `replace-unreachable` and
 * `replace-name`.
 */
export function checkReplacement(replacement: Replacement): void {
  const { workspace, file, name, states } = replacement;
  const inner = entriesOf(file['states']).filter(([key]) => key !== '//');
  const initial = file['initial'];
  if (!inner.some(([key]) => key === initial))
    workspace.report(workspace.placeOf(file, 'initial'), {
      rule: 'replace-shape',
      message: `"${name}" is filled with states that start at "${String(initial)}", which is none of them: a dossier would stand nowhere.`,
      fix: 'Write "initial" and "states", and name one of them.',
    });
  for (const [key, state] of inner) {
    if (Object.hasOwn(states, key)) reportName(replacement, key);
    checkState(replacement, key, state);
  }
  const reached = reachOf(file, String(initial));
  for (const [key] of inner) if (!reached.has(key)) reportUnreachable(replacement, key);
}

function checkState(replacement: Replacement, key: string, state: unknown): void {
  const { states, name } = replacement;
  const shared = states[name];
  const rights = textsOf(member(member(shared, 'meta'), 'can'));
  for (const told of metasIn(state)) {
    const lost = rights.filter((right) => !itemsOf(told['can']).includes(right));
    if (lost.length > 0) reportNarrower(replacement, key, lost);
  }
  for (const [event, lines] of eventsIn(state)) {
    const leavesBy = member(member(shared, 'on'), event);
    if (leavesBy !== undefined && targetsOf(leavesBy).length > 0) reportExit(replacement, key, event);
    else if (targetsOf(lines).some((target) => target.startsWith('#'))) reportExit(replacement, key, event);
  }
}

/** What each state inside says to a person; those that say nothing say what the state around them says. */
function metasIn(state: unknown): readonly Json[] {
  const own = member(state, 'meta');
  const inner = entriesOf(member(state, 'states')).flatMap(([, child]) => metasIn(child));
  return isObject(own) ? [own, ...inner] : inner;
}

function eventsIn(state: unknown): readonly (readonly [string, unknown])[] {
  const inner = entriesOf(member(state, 'states')).flatMap(([, child]) => eventsIn(child));
  return [...entriesOf(member(state, 'on')).filter(([event]) => event !== '//'), ...inner];
}

function targetsOf(lines: unknown): readonly string[] {
  return (Array.isArray(lines) ? lines : [lines]).flatMap((line) => {
    const target = typeof line === 'string' ? line : member(line, 'target');
    return typeof target === 'string' ? [target] : [];
  });
}

/** States inside that a dossier can come to from the first one. */
function reachOf(file: Json, initial: string): ReadonlySet<string> {
  const reached = new Set([initial]);
  for (const name of reached)
    for (const [, lines] of eventsIn(member(file['states'], name)))
      for (const target of targetsOf(lines)) reached.add(target.split('.')[0] ?? '');
  return reached;
}

function reportNarrower(replacement: Replacement, key: string, lost: readonly string[]): void {
  report(replacement, key, {
    rule: 'replace-narrows',
    message: `In "${replacement.name}.${key}" the holder could not ${lost.join(', ')}, as the shared journey lets them.`,
    fix: `Add ${lost.map((right) => `"${right}"`).join(', ')} to its "can".`,
  });
}

function reportExit(replacement: Replacement, key: string, event: string): void {
  report(replacement, key, {
    rule: 'replace-exit',
    message: `"${replacement.name}.${key}" takes ${event} for itself or leads out of "${replacement.name}": the shared journey says how it is left, and a dossier could be stuck here.`,
    fix: `Lead only to states beside it, by events that do not leave "${replacement.name}".`,
  });
}

function reportUnreachable(replacement: Replacement, key: string): void {
  report(replacement, key, {
    rule: 'replace-unreachable',
    message: `No way leads to "${replacement.name}.${key}", so nobody will ever be told of it.`,
    fix: 'Lead to it from another state, or remove it.',
  });
}

function reportName(replacement: Replacement, key: string): void {
  report(replacement, key, {
    rule: 'replace-name',
    message: `"${key}" is a state of the shared journey already: two places of one name cannot be told apart in a history.`,
    fix: 'Give it a name of its own.',
  });
}

function report(
  { workspace, file }: Replacement,
  key: string,
  finding: Parameters<Workspace['report']>[1],
): void {
  workspace.report(workspace.placeOfKey(file['states'], key), finding);
}
