import { eventTypes, type JourneyState, type LifecyclePlan } from '@guichet/procedure';
import { dossierError } from '../errors.js';
import { actions } from './actions.js';
import { guards } from './guards.js';

const stateKeys = new Set([
  'initial',
  'states',
  'on',
  'entry',
  'exit',
  'meta',
  'tags',
  'description',
  '//',
]);
const rootKeys = new Set([...stateKeys, 'id', '$schema']);
const transitionKeys = new Set(['target', 'guard', 'actions', 'description', 'meta', '//']);

/** One transition as authored, in the one long form. */
export interface JourneyTransition {
  readonly target?: string;
  readonly guard?: { readonly type: string; readonly params?: unknown };
  readonly actions: readonly { readonly type: string; readonly params?: unknown }[];
}

/**
 * Refuses what a dossier's journey may not hold (rules.md B3) and gives the lifecycle back unchanged.
 *
 * XState skips an unknown action and dies on an unknown guard only when it meets them, which may be years after
 * publication: names, targets and initial states are therefore all looked up here.
 * Throws `refused-construct`, `unknown-action`, `unknown-guard`, `unknown-target`, `state-without-meta`.
 */
export function loadLifecycle(lifecycle: LifecyclePlan): LifecyclePlan {
  loadState(lifecycle, [], lifecycle, false);
  return lifecycle;
}

function loadState(
  state: JourneyState,
  path: readonly string[],
  root: JourneyState,
  explained: boolean,
): void {
  const name = path.join('.') || '(root)';
  refuseUnknownKeys(state, path.length === 0 ? rootKeys : stateKeys, name);
  const children = Object.entries(state.states ?? {});
  const hasMeta = explained || state.meta !== undefined;
  if (children.length === 0 && path.length > 0 && !hasMeta && !isEntrance(path, root)) {
    throw dossierError('state-without-meta', { state: name });
  }
  if (children.length > 0 && !(state.initial !== undefined && state.states?.[state.initial])) {
    throw dossierError('unknown-target', { state: name, target: state.initial ?? '(no initial)' });
  }
  for (const action of [...listActions(state.entry), ...listActions(state.exit)])
    knowAction(action, name);
  for (const [event, authored] of Object.entries(state.on ?? {}))
    if (event !== '//') loadEvent(event, authored, path, root);
  for (const [key, child] of children) {
    // A path is written with dots: a name with one would be read as two.
    if (key.includes('.')) throw dossierError('refused-construct', { state: name, construct: key });
    loadState(child, [...path, key], root, hasMeta);
  }
}

function loadEvent(
  event: string,
  authored: unknown,
  path: readonly string[],
  root: JourneyState,
): void {
  const state = path.join('.') || '(root)';
  if (!(eventTypes as readonly string[]).includes(event))
    throw dossierError('unknown-event', { state, event });
  const lines = listTransitions(authored);
  if (lines.slice(0, -1).some((line) => line.guard === undefined))
    throw dossierError('unreachable-line', { state, event });
  for (const line of lines) loadTransition(line, path, root);
}

/** The root's initial state is left by a dossier's very first event: nobody ever sees it. */
function isEntrance(path: readonly string[], root: JourneyState): boolean {
  return path.length === 1 && path[0] === root.initial;
}

function loadTransition(
  transition: JourneyTransition,
  path: readonly string[],
  root: JourneyState,
): void {
  const name = path.join('.') || '(root)';
  if (transition.guard && !Object.hasOwn(guards, transition.guard.type)) {
    throw dossierError('unknown-guard', { state: name, guard: transition.guard.type });
  }
  if (transition.guard && !guardReads[transition.guard.type]?.(transition.guard.params))
    throw dossierError('bad-params', { state: name, name: transition.guard.type });
  for (const action of transition.actions) knowAction(action, name);
  if (transition.target !== undefined && !targetExists(transition.target, path, root)) {
    throw dossierError('unknown-target', { state: name, target: transition.target });
  }
}

function knowAction({ type, params }: JourneyTransition['actions'][number], state: string): void {
  if (!Object.hasOwn(actions, type)) throw dossierError('unknown-action', { state, action: type });
  const owes = (params as { readonly attestation?: unknown } | undefined)?.attestation;
  if (type === 'owe' && typeof owes !== 'string')
    throw dossierError('bad-params', { state, name: type });
}

/** Whether a guard can read what it is given; one that cannot is false for ever. */
const guardReads: Readonly<Record<string, (params: unknown) => boolean>> = {
  when: (params) => isOverFacts(params),
  outcome: (params) => {
    const { is } = (params ?? {}) as { readonly is?: unknown };
    return is === 'favourable' || is === 'unfavourable';
  },
};

/** A condition that the fold can know: answers, time and the store are the command's business (rules.md B3). */
function isOverFacts(params: unknown): boolean {
  if (typeof params !== 'object' || params === null) return false;
  const condition = params as Readonly<Record<string, unknown>>;
  if ('fact' in condition)
    return ['complete', 'inWindow', 'undecided', 'taken'].includes(String(condition['fact']));
  if ('not' in condition) return isOverFacts(condition['not']);
  const parts = condition['all'] ?? condition['any'];
  return Array.isArray(parts) && parts.every(isOverFacts);
}

/** XState's three ways to name a target: `#machine.path`, `.child`, `sibling.path`. */
function targetExists(target: string, path: readonly string[], root: JourneyState): boolean {
  if (target.startsWith('#')) {
    const [id, ...rest] = target.slice(1).split('.');
    return id === (root as LifecyclePlan).id && stateAt(root, rest) !== undefined;
  }
  if (target.startsWith('.'))
    return stateAt(root, [...path, ...target.slice(1).split('.')]) !== undefined;
  // The root has no sibling: XState wants `.state` there.
  if (path.length === 0) return false;
  return stateAt(root, [...path.slice(0, -1), ...target.split('.')]) !== undefined;
}

/** State of the lifecycle at a path, if there is one. */
export function stateAt(root: JourneyState, path: readonly string[]): JourneyState | undefined {
  let state: JourneyState | undefined = root;
  for (const key of path)
    state = state?.states && Object.hasOwn(state.states, key) ? state.states[key] : undefined;
  return state;
}

function refuseUnknownKeys(value: object, known: ReadonlySet<string>, state: string): void {
  for (const construct of Object.keys(value)) {
    if (!known.has(construct)) throw dossierError('refused-construct', { state, construct });
  }
}

/** Every form XState allows for a transition, as a list of the long form. */
export function listTransitions(authored: unknown): readonly JourneyTransition[] {
  if (authored === undefined || authored === null) return [];
  if (typeof authored === 'string') return [{ target: authored, actions: [] }];
  if (Array.isArray(authored)) return authored.flatMap(listTransitions);
  refuseUnknownKeys(authored, transitionKeys, '(transition)');
  const long = authored as { target?: string | string[]; guard?: unknown; actions?: unknown };
  if (Array.isArray(long.target) && long.target.length > 1) {
    throw dossierError('refused-construct', {
      state: '(transition)',
      construct: 'several targets',
    });
  }
  const target = Array.isArray(long.target) ? long.target[0] : long.target;
  const guard =
    typeof long.guard === 'string'
      ? { type: long.guard }
      : (long.guard as JourneyTransition['guard']);
  return [
    {
      ...(target !== undefined && { target }),
      ...(guard && { guard }),
      actions: listActions(long.actions),
    },
  ];
}

function listActions(
  authored: unknown,
): readonly { readonly type: string; readonly params?: unknown }[] {
  if (authored === undefined || authored === null) return [];
  if (Array.isArray(authored)) return authored.flatMap(listActions);
  if (typeof authored === 'string') return [{ type: authored }];
  return [authored as { readonly type: string; readonly params?: unknown }];
}
