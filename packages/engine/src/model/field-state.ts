import type { Condition, FieldPlan, Pointer } from '@guichet/procedure';
import type { RawIssue } from '../judgement.js';
import { evaluate } from '../interpreter/evaluate.js';
import { firstFault } from '../interpreter/first-fault.js';
import { contextOf } from '../interpreter/holds.js';
import { isStandIn } from '../interpreter/scope.js';
import { answerAt } from './answer-at.js';
import type { Model } from './model.js';
import { askedOfParty } from './party.js';
import { patternIn } from './pattern-in.js';
import { stopsFiling } from './stops.js';
import { isShown, visibilityOf, type Visibility } from './visibility.js';

/** What the rules say of one field now, words and display apart. */
export interface FieldState {
  readonly visibility: Visibility;
  readonly required: boolean;
  readonly issue: RawIssue | undefined;
  /** Numbers in `plan.advice` of what is said here. */
  readonly advice: readonly number[];
  /** Name of the party who is asked for it in the holder's place. */
  readonly by?: string;
  /** What is computed, of a field whose value is. */
  readonly computed?: unknown;
}

const none: readonly number[] = [];
const hidden = {
  true: { visibility: 'true', required: false, issue: undefined, advice: none },
  unknown: { visibility: 'unknown', required: false, issue: undefined, advice: none },
  false: { visibility: 'false', required: false, issue: undefined, advice: none },
} as const satisfies Record<string, FieldState>;

/** The state of a field, kept until `refresh` computes it anew. A pointer that is no field of the plan is never shown. */
export function fieldState(model: Model, pointer: Pointer): FieldState {
  let state = model.fields.get(pointer);
  if (!state) model.fields.set(pointer, (state = computeField(model, pointer)));
  return state;
}

/** The state of a field, computed from its answer and what it reads. */
export function computeField(model: Model, pointer: Pointer): FieldState {
  const pattern = patternIn(model, pointer);
  const plan = Object.hasOwn(model.plan.fields, pattern) ? model.plan.fields[pattern] : undefined;
  const visibility = visibilityOf(model, pointer);
  if (!plan) return hidden.false;
  if (!isShown(visibility)) return visibility === 'false' ? hidden.false : hidden.unknown;
  const { by, isOpen } = askedOfParty(model, plan.by);
  const isOthers = by !== undefined || isOpen;
  const required =
    visibility === 'true' && !isOthers && isRequired(model, pointer, plan.required);
  const issue = issueOf(model, pointer, plan, required);
  const advice = adviceOf(model, pointer, pattern);
  if (by !== undefined) return { visibility, required, issue, advice, by };
  if (plan.compute)
    return { visibility, required, issue, advice, computed: answerAt(model, pointer) };
  if (visibility === 'true' && !required && !issue && advice === none) return hidden.true;
  return { visibility, required, issue, advice };
}

/** Whether an answer is asked now: unknown adds no burden (rules.md A7). */
export function isRequired(
  model: Model,
  pointer: Pointer,
  required: true | Condition | undefined,
): boolean {
  if (required === undefined || required === true) return required === true;
  return evaluate(required, model.scope, pointer) === 'true';
}

function issueOf(
  model: Model,
  pointer: Pointer,
  plan: FieldPlan,
  required: boolean,
): RawIssue | undefined {
  const value = answerAt(model, pointer);
  if (value === undefined) {
    const isExcused = isStandIn(model.content.marks.get(pointer)) && plan.mustKnow === undefined;
    return required && !isExcused ? raise(pointer, plan, 'required', {}) : undefined;
  }
  const fault = firstFault(plan.schema, value, contextOf(model.scope, pointer, 'true'));
  return fault && raise(pointer, plan, fault.code, fault.params);
}

function raise(
  pointer: Pointer,
  plan: FieldPlan,
  code: string,
  params: Readonly<Record<string, unknown>>,
): RawIssue {
  return { pointer, code, params, stops: stopsFiling(plan, code, params) };
}

/** Numbers of the advice that holds at a pointer. @internal */
export function adviceOf(model: Model, pointer: Pointer, pattern: Pointer): readonly number[] {
  const numbers = model.shape.adviceAt.get(pattern);
  if (!numbers) return none;
  const said = numbers.filter((n) => {
    const advice = model.plan.advice[n];
    return advice !== undefined && evaluate(advice.when, model.scope, pointer) === 'true';
  });
  return said.length === 0 ? none : said;
}
