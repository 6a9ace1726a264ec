import { dayIn, type Plan } from '@guichet/procedure';
import type { AttestationPart } from '../../ports.js';
import type { ClockView } from '../view.js';
import type { ReceiptInput } from './receipt-input.js';
import type { Words } from './words.js';

/** What remains to be said of a silence, by what it means: every text on each of them is of the CRPA, not of a procedure. */
const afterSilence: Readonly<Record<string, readonly string[]>> = {
  'implicit-refusal': ['sentence.silenceNotOver', 'sentence.reasons'],
  'implicit-acceptance': ['sentence.acceptanceProof'],
};

/**
 * The nature of the implicit decision and its day, from the words of the clock: refusal and acceptance alike.
 * @see CRPA R. 112-11-1, L. 232-3, L. 232-4
 */
export function silenceLines(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const clock = silenceClock(input);
  if (!clock) return [];
  const said =
    clock.due === undefined || clock.state === 'to-verify'
      ? words.sentence('sentence.silenceNoDate')
      : words.sentence('sentence.silence', datedMeaning(words, input, clock.due, clock), true);
  const after = (afterSilence[clock.means] ?? []).map((key) => words.sentence(key));
  return [said, ...whileIncomplete(words, input), ...after];
}

/** What silence means while the file is incomplete, where the law of the procedure says so. */
function whileIncomplete(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const { lang, texts } = words;
  const said = texts.clocks[silenceClock(input)?.means ?? '']?.incomplete;
  return said === undefined ? [] : [{ is: 'sentence', lang, text: words.text(said) }];
}

/** Source of what silence means. */
export function silenceSource(plan: Plan): string | undefined {
  return Object.values(plan.clocks).find(endsInSilence)?.source;
}

function silenceClock({ view, published }: ReceiptInput): ClockView | undefined {
  const { clocks } = published.plan;
  return view.clocks.find(
    ({ name, state }) => endsInSilence(clocks[name]) && state !== 'stopped' && state !== 'ended',
  );
}

function endsInSilence(clock: Plan['clocks'][string] | undefined): boolean {
  return clock?.thenAppends === 'SILENCE_REACHED';
}

function datedMeaning(
  words: Words,
  { operator }: ReceiptInput,
  due: string,
  { means }: ClockView,
): Readonly<Record<string, unknown>> {
  const day = dayIn(due, operator.timeZone);
  return { day, means: words.text(words.texts.clocks[means]?.means ?? means, { day }) };
}
