import type { Moment, Pointer } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { isStandIn } from '../interpreter/scope.js';
import type { Model } from '../model/model.js';
import { hasGroup } from '../model/shape.js';
import type { Speaker } from '../texts/speaker.js';
import type { Decided, Leaf } from './decide.js';

/** One thing that decided: what was read, how it stood, and that in words. */
export interface Reason {
  /** Pointer read, or `filing` for the day of filing. */
  readonly at: Pointer;
  readonly is:
    | 'answered'
    /** There is an answer, and it is confidential: never spelled out. */
    | 'hidden'
    | 'unanswered'
    | 'marked'
    /** The question does not arise: a leaf on it is false (rules.md A2). */
    | 'inactive'
    | 'unreadable'
    | 'rows'
    | 'day';
  readonly label: string;
  readonly answer: string;
  readonly sentence: string;
}

/** What decided, once each, in words. */
export function reasonsOf(model: Model, speaker: Speaker, { leaves }: Decided): readonly Reason[] {
  const reasons = leaves.flatMap((leaf) => [
    ...readsOf(leaf).map((at) => reasonAt(model, speaker, at)),
    ...(readsFiling(leaf) ? [dayReason(model, speaker)] : []),
  ]);
  return [...new Map(reasons.map((reason) => [reason.at, reason])).values()];
}

/** A leaf reads its answer, and those that its moments start from. */
function readsOf({ at, condition, owner }: Leaf): readonly Pointer[] {
  const starts = momentsOf(condition).flatMap(({ from }) =>
    from.startsWith('/') || from.startsWith('./') ? (bind(from, owner) ?? []) : [],
  );
  return at === '' ? starts : [at, ...starts];
}

function momentsOf(condition: Leaf['condition']): readonly Moment[] {
  if (!('is' in condition)) return [];
  const { notBefore, notAfter } = condition.is;
  return [notBefore, notAfter].filter((moment) => typeof moment === 'object');
}

function readsFiling({ condition }: Leaf): boolean {
  if (!('is' in condition)) return false;
  const { youngerThan, olderThan } = condition.is;
  if (youngerThan !== undefined || olderThan !== undefined) return true;
  return momentsOf(condition).some(({ from }) => from === 'filing' || from === 'today');
}

function dayReason({ days }: Model, speaker: Speaker): Reason {
  const sentence = speaker.phrase('because.filing', { day: days.filing });
  return { at: 'filing', is: 'day', label: '', answer: days.filing, sentence };
}

function reasonAt(model: Model, speaker: Speaker, at: Pointer): Reason {
  const label = speaker.label(at);
  const made = (is: Reason['is'], params: Readonly<Record<string, unknown>> = {}, answer = '') => ({
    ...{ at, is, label, answer },
    sentence:
      label &&
      speaker.phrase(`because.${is}`, {
        label,
        answer: speaker.phrase('because.quoted', { text: answer }),
        ...params,
      }),
  });
  const { scope, plan } = model;
  const mark = scope.mark(at);
  if (scope.activity(at) === 'false') return made('inactive');
  if (isStandIn(mark)) return made('marked', { is: mark?.is });
  const pattern = patternOf(at, plan.groups);
  const value = scope.value(at);
  if (hasGroup(plan, pattern)) {
    const rows = scope.rows(at);
    return rows ? made('rows', { count: rows.length }) : made('unanswered');
  }
  if (value === undefined) return made('unanswered');
  if (scope.isFaulty(at)) return made('unreadable');
  if (plan.fields[pattern]?.confidential) return made('hidden');
  return made('answered', {}, speaker.answer(at, value));
}
