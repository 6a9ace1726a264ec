import { patternOf } from '@guichet/procedure';
import type { Mark, PieceAnswer, PieceFile } from '../../draft.js';
import type { AttestationPart } from '../../ports.js';
import { isolated } from '../../texts/isolated.js';
import { pieceLabel } from './piece-label.js';
import type { ReceiptInput } from './receipt-input.js';
import { sizeInWords, type Words } from './words.js';

/** Every file received with its size and digest, so that what was given can be proved later. */
export function piecesReceived(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const lines = Object.entries(input.version.pieces).flatMap(([name, piece]) =>
    'files' in piece ? fileLines(words, pieceLabel(words, input, name), piece.files) : [],
  );
  return [
    words.heading('part.pieces'),
    ...(lines.length > 0 ? lines : [words.sentence('sentence.noPieces')]),
  ];
}

function fileLines(words: Words, label: string, files: readonly PieceFile[]): AttestationPart[] {
  return files.map((file) =>
    words.labelled(
      label,
      words.say('value.piece', {
        name: isolated(file.name),
        size: sizeInWords(file.size, words.lang),
        hash: file.sha256 ?? '',
      }),
    ),
  );
}

/**
 * Pieces and answers that are not there, said once, with what their absence costs. @see CRPA R. 112-11-4
 * Nothing when all is there.
 */
export function stillMissing(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const lines = [...missingPieces(words, input), ...missingAnswers(words, input)];
  return lines.length > 0 ? [words.heading('part.missing'), ...lines] : [];
}

function missingPieces(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const { judgement, version, operator } = input;
  const absent = new Map<string, string>();
  for (const piece of judgement?.pieces ?? []) {
    if (piece.asked === 'true' && piece.given === 'nothing')
      absent.set(piece.name, words.say('value.notGiven'));
  }
  for (const [name, piece] of Object.entries(version.pieces)) {
    if ('is' in piece) absent.set(name, declared(words, piece));
  }
  const needed = (judgement?.pieces ?? []).filter(
    (piece) => piece.asked === 'true' && piece.needed === 'examination' && piece.given !== 'files',
  );
  const costs = operator.profile === 'administration' ? needed : [];
  return [
    ...[...absent].map(([name, why]) => words.labelled(pieceLabel(words, input, name), why)),
    ...(costs.length > 0
      ? [words.sentence('sentence.missingNeeded', { labels: labelsOf(words, input, costs) })]
      : []),
  ];
}

function declared(words: Words, piece: Extract<PieceAnswer, { readonly at: string }>): string {
  const { why = '', from = '' } = piece;
  if (piece.is === 'awaited' && from) return words.say('value.awaited', { from });
  return why ? words.say('value.missing', { why }) : words.say('value.notGiven');
}

function missingAnswers(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const open = (input.judgement?.toComplete ?? []).map(
    (pointer) => [pointer, words.say('value.notGiven')] as const,
  );
  const marked = Object.entries(input.version.marks).flatMap(([pointer, mark]) => {
    const said = markInWords(words, mark);
    return said === undefined ? [] : [[pointer, said] as const];
  });
  const { groups } = input.published.plan;
  return [...open, ...marked].map(([pointer, said]) => {
    const pattern = patternOf(pointer, groups);
    const label =
      words.texts.fields[pattern]?.label ?? words.texts.groups[pattern]?.title ?? pattern;
    return words.labelled(words.text(label), said);
  });
}

/** Only marks that stand in place of an answer. */
function markInWords(words: Words, mark: Mark): string | undefined {
  if (mark.is === 'refusedToSay') return words.say('value.mark.refusedToSay');
  if (mark.is === 'awaited' && mark.from) return words.say('value.awaited', { from: mark.from });
  if (mark.is === 'unknown' && mark.why) return words.say('value.mark.unknown', { why: mark.why });
  return mark.is === 'unknown' || mark.is === 'awaited' ? words.say('value.notGiven') : undefined;
}

function labelsOf(
  words: Words,
  input: ReceiptInput,
  pieces: readonly { readonly name: string }[],
): string {
  return pieces.map((piece) => pieceLabel(words, input, piece.name)).join(', ');
}
