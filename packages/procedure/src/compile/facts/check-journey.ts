import {
  eventTypes,
  holderRights,
  journeyActions,
  journeyGuards,
} from '../../journey/journey-names.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { entriesOf, isObject, itemsOf, member } from '../../read/shapes.js';
import type { Finding, Place, Workspace } from '../../read/workspace.js';
import type { LifecyclePlan } from '../../types/journey.js';

/**
 * What XState would pass over in silence, or meet years after publication: a target that is not there, an action, a
 * guard or an event that nobody knows, a line that is never reached (rules.md B3). Reports `journey-target`,
 * `journey-name`, `journey-dead-line`, `journey-right` and `journey-untold`.
 */
export function checkJourney(workspace: Workspace, at: Place, lifecycle: LifecyclePlan): void {
  const journey: Journey = { workspace, at, lifecycle };
  visit(journey, lifecycle, [], false);
}

interface Journey {
  readonly workspace: Workspace;
  readonly at: Place;
  readonly lifecycle: LifecyclePlan;
}

type Path = readonly string[];

function visit(journey: Journey, state: object, path: Path, told: boolean): void {
  const inner = entriesOf(member(state, 'states'));
  const name = path.join('.') || 'the journey itself';
  checkRest(journey, state, path, told, inner.length > 0);
  for (const key of ['entry', 'exit'] as const) checkActions(journey, name, member(state, key));
  for (const right of itemsOf(member(member(state, 'meta'), 'can')))
    checkRight(journey, name, right);
  for (const [event, lines] of entriesOf(member(state, 'on'))) {
    if (event === '//') continue;
    checkName(journey, name, 'event', event, eventTypes);
    checkLines(journey, path, name, event, Array.isArray(lines) ? lines : [lines]);
  }
  const isTold = told || member(state, 'meta') !== undefined;
  for (const [key, child] of inner)
    if (isObject(child)) visit(journey, child, [...path, key], isTold);
}

/** Where a dossier may rest it is said what that means; the very first state is left by the first event. */
function checkRest(
  journey: Journey,
  state: object,
  path: Path,
  told: boolean,
  isCompound: boolean,
): void {
  const name = path.join('.') || 'the journey itself';
  const initial = member(state, 'initial');
  if (isCompound && !(typeof initial === 'string' && find(journey, [...path, initial])))
    report(journey, {
      rule: 'journey-target',
      message: `${quote(name)} starts at ${quote(initial)}, which it does not define.`,
      fix: 'Name one of its states as "initial".',
    });
  const isEntrance = path.length === 1 && path[0] === journey.lifecycle.initial;
  if (isCompound || told || isEntrance || path.length === 0 || member(state, 'meta')) return;
  report(journey, {
    rule: 'journey-untold',
    message: `In the state ${quote(name)} a person would be told nothing.`,
    fix: 'Give it, or a state around it, a "meta" with label, means, turn, clock and can.',
  });
}

function checkLines(
  journey: Journey,
  path: Path,
  name: string,
  event: string,
  lines: readonly unknown[],
): void {
  lines.forEach((line, index) => {
    const target = typeof line === 'string' ? line : member(line, 'target');
    if (target !== undefined && !leads(journey, String(target), path))
      report(journey, {
        rule: 'journey-target',
        message: `${quote(name)} leads on ${event} to ${quote(target)}, which the journey does not define.`,
        fix: 'Name a state beside it, ".state" inside it, or "#journey.state" from the top.',
      });
    const guard = member(line, 'guard');
    const guardName = typeof guard === 'string' ? guard : member(guard, 'type');
    if (guardName !== undefined)
      checkName(journey, name, 'guard', String(guardName), journeyGuards);
    checkActions(journey, name, member(line, 'actions'));
    if (guard === undefined && index < lines.length - 1)
      report(journey, {
        rule: 'journey-dead-line',
        message: `In ${quote(name)} the lines after the ${index + 1}. of ${event} are never reached: that one has no guard.`,
        fix: 'Put the line without a guard last.',
      });
  });
}

function checkActions(journey: Journey, name: string, actions: unknown): void {
  for (const action of Array.isArray(actions) ? actions : [actions]) {
    const type = typeof action === 'string' ? action : member(action, 'type');
    if (type !== undefined) checkName(journey, name, 'action', String(type), journeyActions);
    if (type === 'owe' && typeof member(member(action, 'params'), 'attestation') !== 'string')
      report(journey, {
        rule: 'journey-name',
        message: `${quote(name)} owes an attestation and does not say which.`,
        fix: 'Write "params": { "attestation": … }.',
      });
  }
}

function checkRight(journey: Journey, name: string, right: unknown): void {
  const kebab = String(right).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if ((holderRights as readonly string[]).includes(kebab)) return;
  report(journey, {
    rule: 'journey-right',
    message: `${quote(name)} tells the holder that they can ${quote(right)}, which nobody can: the page would show nothing.`,
    fix: `Name one of ${holderRights.join(', ')}.${didYouMean(kebab, holderRights)}`,
  });
}

function checkName(
  journey: Journey,
  state: string,
  what: 'action' | 'event' | 'guard',
  name: string,
  known: readonly string[],
): void {
  if (known.includes(name)) return;
  report(journey, {
    rule: 'journey-name',
    message: `${quote(state)} names the ${what} ${quote(name)}, which does not exist: nothing would ever happen by it.`,
    fix: `Name one of ${known.join(', ')}.${didYouMean(name, known)}`,
  });
}

/** XState's three ways to name a target: `#machine.path`, `.child`, `sibling.path`. */
function leads(journey: Journey, target: string, path: Path): boolean {
  const [id, ...rest] = target.slice(1).split('.');
  if (target.startsWith('#'))
    return id === journey.lifecycle.id && find(journey, rest) !== undefined;
  if (target.startsWith('.'))
    return find(journey, [...path, ...target.slice(1).split('.')]) !== undefined;
  return (
    path.length > 0 && find(journey, [...path.slice(0, -1), ...target.split('.')]) !== undefined
  );
}

function find({ lifecycle }: Journey, path: Path): unknown {
  return path.reduce<unknown>((state, name) => member(member(state, 'states'), name), lifecycle);
}

function report({ workspace, at }: Journey, finding: Finding): void {
  workspace.report(at, finding);
}

function quote(name: unknown): string {
  return `"${String(name)}"`;
}
