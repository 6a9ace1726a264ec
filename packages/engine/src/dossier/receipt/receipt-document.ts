import type { Published, Texts } from '@guichet/procedure';
import type { AttestationDocument, AttestationPart } from '../../ports.js';
import { dossierError } from '../errors.js';
import { dossierLines } from './dossier-lines.js';
import { piecesReceived, stillMissing } from './piece-lines.js';
import type { ReceiptInput } from './receipt-input.js';
import { otherWays, serviceLines } from './service-lines.js';
import { titleOf, whatHappened } from './what-happened.js';
import { whatNext } from './what-next.js';
import { wordsOf, type Words } from './words.js';

/**
 * The paper that answers a filing: every mention of CRPA R. 112-11-1, French first and
 * prevailing, then the person's language. The signed token is the evidence; this is what it says in words.
 *
 * Wording follows the operator's profile, never the procedure: a third party says prepared or sent, and nothing that
 * only the State can say. Pure: dates come from the event and the clocks of the view. Throws `texts-missing`.
 */
export function receiptDocument(input: ReceiptInput): AttestationDocument {
  const french = wordsOf(textsIn(input.published, 'fr'));
  const other = textsIn(input.published, input.lang);
  const translated = other.lang === french.lang ? [] : translation(wordsOf(other), input);
  return {
    title: titleOf(french, input),
    issuedAt: input.event.occurredAt,
    parts: [...body(french, input), ...translated],
    check: input.check,
  };
}

function body(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  return [
    ...whatHappened(words, input),
    ...dossierLines(words, input),
    ...serviceLines(words, input),
    ...piecesReceived(words, input),
    ...stillMissing(words, input),
    ...whatNext(words, input),
    ...otherWays(words, input),
  ];
}

function translation(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const { lang } = words;
  const title: AttestationPart = { is: 'heading', lang, text: titleOf(words, input) };
  return [title, words.sentence('sentence.translation', {}, true), ...body(words, input)];
}

/** The bundle of a language, else of its base (`fr-x-plain` → `fr`), else the first declared. */
function textsIn(published: Published, lang: string): Texts {
  const names = [lang, lang.split('-')[0] ?? lang, ...published.plan.languages];
  const name = names.find((each) => Object.hasOwn(published.texts, each)) ?? '';
  const found = published.texts[name]?.bundle;
  if (!found)
    throw dossierError('texts-missing', { procedure: `${published.id} ${published.version}` });
  return found;
}
