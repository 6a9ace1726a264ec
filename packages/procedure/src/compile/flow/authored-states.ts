import { entriesOf, isObject, type Json, member } from '../../read/shapes.js';

/** One state of flow.json as written, wherever it stands. */
export interface AuthoredState {
  readonly name: string;
  readonly state: unknown;
  /** The `states` that it is written in. */
  readonly holder: Json;
  /** The compound state around it. */
  readonly parent: AuthoredState | undefined;
}

/** Every state of flow.json, a compound one before those inside it, in the order written. */
export function authoredStates(flow: unknown, parent?: AuthoredState): AuthoredState[] {
  const states = member(flow, 'states');
  if (!isObject(states)) return [];
  return entriesOf(states).flatMap(([name, state]) => {
    const here: AuthoredState = { name, state, holder: states, parent };
    return [here, ...authoredStates(state, here)];
  });
}

/** Whether pages are inside it. */
export function isCompound(state: unknown): boolean {
  return isObject(member(state, 'states'));
}

/** Whether it is drawn as a task list. */
export function isTaskList(state: unknown): boolean {
  return isCompound(state) && member(member(state, 'meta'), 'sections') === 'any-order';
}

/** Whether a step tells a person that this procedure is not theirs. */
export function isExit(state: unknown): boolean {
  return isObject(member(member(state, 'meta'), 'exit'));
}
