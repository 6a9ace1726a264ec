import type { Condition } from '@guichet/procedure';
import type { EventBody } from '../events.js';
import { evaluateFacts, type Facts } from './facts.js';

/** What a guard may read: the facts and the event, never time, answers or the store (rules.md B3). */
export interface GuardInput {
  readonly type: string;
  readonly facts: Facts;
  readonly body: EventBody;
}

/** The closed registry of guards a lifecycle may name. Each states a fact; unknown is not true. */
export const guards: Readonly<Record<string, (input: GuardInput, params: unknown) => boolean>> = {
  /** `params`: a condition over facts. */
  when: (input, params) => evaluateFacts(params as Condition, input.facts) === 'true',
  /** `params`: `{ "is": "favourable" }`, the outcome of a decision. */
  outcome: (input, params) => input.body.outcome === (params as { readonly is?: unknown }).is,
};
