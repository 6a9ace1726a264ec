import type { Condition, Pointer, Verdict } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import { evaluate } from '../interpreter/evaluate.js';
import type { Scope } from '../interpreter/scope.js';
import type { Model } from '../model/model.js';
import { optionsOf } from '../reading/read-answer.js';
import type { Speaker } from '../texts/speaker.js';
import type { Decided } from './decide.js';

/** Other answers to one question, and what they would come to. */
export interface OtherAnswer {
  readonly at: Pointer;
  readonly label: string;
  readonly values: readonly unknown[];
  readonly makes: Verdict;
  readonly sentence: string;
}

/** Beyond this a list of answers explains nothing. */
const most = 12;

/**
 * What would change a verdict: for each question that decided it and has a closed list of answers, those that
 * alone would turn it. A date or an amount has no such list: the rule in words says it. Pure.
 */
export function wouldChange(
  model: Model,
  speaker: Speaker,
  { condition, owner }: { readonly condition: Condition; readonly owner: Pointer },
  decided: Decided,
): readonly OtherAnswer[] {
  const pointers = new Set(decided.leaves.map(({ at }) => at));
  return [...pointers].flatMap((at) => {
    const values = choicesAt(model, at);
    return (['true', 'false'] as const).flatMap((makes) => {
      if (makes === decided.verdict) return [];
      const turning = values.filter((value) => {
        return evaluate(condition, answering(model.scope, at, value), owner) === makes;
      });
      if (turning.length === 0 || turning.length > most) return [];
      const label = speaker.label(at);
      const answers = speaker.list(
        turning.map((value) =>
          speaker.phrase('because.quoted', { text: speaker.answer(at, value) }),
        ),
        'disjunction',
      );
      const sentence = label && speaker.phrase('because.would', { label, answers, is: makes });
      return [{ at, label, values: turning, makes, sentence }];
    });
  });
}

function choicesAt({ plan, scope }: Model, at: Pointer): readonly unknown[] {
  const pattern = patternOf(at === '' ? '/' : at, plan.groups);
  const field = Object.hasOwn(plan.fields, pattern) ? plan.fields[pattern] : undefined;
  if (!field || scope.activity(at) === 'false') return [];
  if (field.kind === 'yes-no' || field.kind === 'declaration') return [true, false];
  return field.kind === 'choice' ? optionsOf(field) : [];
}

/** The same, were one question answered so. */
function answering(scope: Scope, at: Pointer, value: unknown): Scope {
  const { today, filing } = scope;
  return {
    ...scope,
    today,
    filing,
    value: (pointer) => (pointer === at ? value : scope.value(pointer)),
    mark: (pointer) => (pointer === at ? undefined : scope.mark(pointer)),
    isFaulty: (pointer) => pointer !== at && scope.isFaulty(pointer),
  };
}
