import type { GroupPlan, Pointer } from '@guichet/procedure';
import type { RawIssue } from '../judgement.js';
import { isStandIn } from '../interpreter/scope.js';
import type { Stretch } from '../rows/coverage-of.js';
import { adviceOf, isRequired } from './field-state.js';
import type { Model } from './model.js';
import { askedOfParty } from './party.js';
import { patternIn } from './pattern-in.js';
import { isShown, visibilityOf, type Visibility } from './visibility.js';

/** What the rules say of one repeating group now. */
export interface GroupState {
  readonly visibility: Visibility;
  readonly issue: RawIssue | undefined;
  /** Name of the party who is asked for its rows in the holder's place. */
  readonly by?: string;
  /** Numbers in `plan.advice` of what is said here; absent: nothing. */
  readonly advice?: readonly number[];
  /** What its rows leave out of the span that they have to cover; absent: nothing that is certain. */
  readonly gaps?: readonly Stretch[];
}

/** The state of a group, kept until `refresh` computes it anew. */
export function groupState(model: Model, pointer: Pointer): GroupState {
  let state = model.groups.get(pointer);
  if (!state) model.groups.set(pointer, (state = computeGroup(model, pointer)));
  return state;
}

/** The state of a group, computed from its rows and what it reads. */
export function computeGroup(model: Model, pointer: Pointer): GroupState {
  const visibility = visibilityOf(model, pointer);
  const pattern = patternIn(model, pointer);
  const plan = Object.hasOwn(model.plan.groups, pattern) ? model.plan.groups[pattern] : undefined;
  if (!plan || !isShown(visibility)) return { visibility, issue: undefined };
  const { by, isOpen } = askedOfParty(model, plan.by);
  const isOthers = by !== undefined || isOpen;
  const required = visibility === 'true' && !isOthers && isRequired(model, pointer, plan.required);
  const issue = issueOf(model, pointer, plan, required);
  const advice = adviceOf(model, pointer, pattern);
  const gaps = model.extras?.gapsOf(model.scope, pointer, plan) ?? [];
  return {
    visibility,
    issue,
    ...(by === undefined ? {} : { by }),
    ...(advice.length === 0 ? {} : { advice }),
    ...(gaps.length === 0 ? {} : { gaps }),
  };
}

function issueOf(
  model: Model,
  pointer: Pointer,
  plan: GroupPlan,
  required: boolean,
): RawIssue | undefined {
  const rows = model.content.rows.get(pointer);
  if (!rows) {
    const isAsked = required && !isStandIn(model.content.marks.get(pointer));
    return isAsked ? { pointer, code: 'required', params: {}, stops: false } : undefined;
  }
  if (rows.length > plan.maxItems)
    return { pointer, code: 'maxItems', params: { limit: plan.maxItems }, stops: true };
  if (rows.length < (plan.minItems ?? 0))
    return { pointer, code: 'minItems', params: { limit: plan.minItems }, stops: false };
  return undefined;
}
