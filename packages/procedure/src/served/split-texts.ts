import type { Texts } from '../types/texts.js';

/** Words that nobody reads before filing: of the dossier's states, clocks, events and attestations, and of its page. */
export type AfterTexts = Pick<
  Texts,
  'lang' | 'states' | 'clocks' | 'attestations' | 'events' | 'says' | 'ui'
>;

/** Interface words of `<guichet-status>`, and of what is explained on demand. A gate of the handbook holds the form to the others. */
const statusWords: readonly string[] = [
  'appeal.',
  'attestation.list',
  'attestation.none',
  'attestation.open',
  'attestation.unreachable',
  'because.',
  'can.',
  'changes.',
  'clock.',
  'command.',
  'status.',
  'timeline.',
  'transmit',
  'turn.',
  'withdraw.',
];
/** Said by the page after filing too, which must be whole when the network went away. */
const saidAfterFiling: readonly string[] = [
  'status.amending.',
  'status.complete.',
  'status.inWindow.',
  'status.reference',
];

/** Whether an interface word waits until something is filed. */
export function isAfterWord(key: string): boolean {
  const starts = (prefix: string): boolean => key.startsWith(prefix);
  return statusWords.some(starts) && !saidAfterFiling.some(starts);
}

/** The sentences of the receipt: the service writes it, and the status page quotes some. */
const isOfReceipt = (key: string): boolean => key.startsWith('receipt.');

/** A bundle in the two parts that are served: what shows and files the form, and what follows. */
export function splitTexts(texts: Texts): { readonly form: Texts; readonly after: AfterTexts } {
  const { lang, states, clocks, attestations, events } = texts;
  const none = { states: {}, clocks: {}, attestations: {}, events: {} };
  const says = pick(texts.says, (key) => !isOfReceipt(key));
  const later = { says: pick(texts.says, isOfReceipt), ui: pick(texts.ui, isAfterWord) };
  return {
    form: { ...texts, ...none, says, ui: pick(texts.ui, (key) => !isAfterWord(key)) },
    after: { lang, states, clocks, attestations, events, ...later },
  };
}

/** The two parts together again. */
export function joinTexts(form: Texts, after: AfterTexts): Texts {
  const { says, ui, ...sections } = after;
  return { ...form, ...sections, says: { ...form.says, ...says }, ui: { ...form.ui, ...ui } };
}

function pick<T>(
  record: Readonly<Record<string, T>>,
  isWanted: (key: string) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => isWanted(key)));
}
