import { amountsOn } from '../../model/model.js';
import type { AttestationPart } from '../../ports.js';
import type { ReceiptInput } from './receipt-input.js';
import { silenceLines } from './silence-lines.js';
import type { Words } from './words.js';

/**
 * Whether it was in time, what silence means and from which day, and how to appeal. @see CRPA R. 112-11-1
 *
 * Nothing of it before a dossier is sent, and nothing of a date that no clock holds: unknown states no fact.
 */
export function whatNext(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  if (!input.view.sentToAuthority) return [];
  const undecided = input.view.amending !== 'closed';
  const lines = [...windowLines(words, input), ...(undecided ? silenceLines(words, input) : [])];
  return [
    ...(lines.length > 0 ? [words.heading('part.next'), ...lines] : []),
    ...appealLines(words, input),
  ];
}

function windowLines(
  words: Words,
  { view, judgement, published, event }: ReceiptInput,
): readonly AttestationPart[] {
  const day = judgement?.window.closes;
  if (published.plan.window === undefined || event.type.startsWith('AMEND')) return [];
  if (view.inWindow === 'unknown') return [words.sentence('sentence.inTimeUnknown')];
  if (day === undefined || view.inWindow === undefined) return [];
  if (view.inWindow === 'true') return [words.sentence('sentence.inTime', { day })];
  const { opens } = judgement?.window ?? {};
  if (view.windowState === 'before')
    return opens === undefined ? [] : [words.sentence('sentence.early', { day: opens })];
  if (view.windowState !== 'after') return [words.sentence('sentence.inTimeUnknown')];
  const late = words.texts.says[published.plan.window.lateMeans];
  const { lang } = words;
  const amounts = amountsOn(published.plan, view.filedAt?.slice(0, 10) ?? day);
  const means: AttestationPart[] =
    late === undefined
      ? []
      : [{ is: 'sentence', lang, text: words.text(late, { ...amounts, day }) }];
  return [words.sentence('sentence.late', { day }, true), ...means];
}

function appealLines(words: Words, { operator }: ReceiptInput): readonly AttestationPart[] {
  if (operator.appeals.length === 0) return [];
  const lines = operator.appeals.map(({ to, within, how, source }) =>
    words.labelled(
      words.say('label.appeal', { to }),
      words.say('value.appeal', {
        within: words.duration(within),
        how,
        source,
      }),
    ),
  );
  return [words.heading('part.appeals'), ...lines];
}
