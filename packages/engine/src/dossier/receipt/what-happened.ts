import type { AttestationPart } from '../../ports.js';
import type { ReceiptInput } from './receipt-input.js';
import type { Words } from './words.js';

const titles: Readonly<Record<string, string>> = {
  filing: 'title.filing',
  preparation: 'title.preparation',
  transmission: 'title.transmission',
  amendment: 'title.amendment',
  proposal: 'title.amendment',
};

/** Title of a receipt: by its kind, else what the procedure calls that kind. */
export function titleOf(words: Words, input: ReceiptInput): string {
  const { event } = input;
  const kind = kindSaid(input);
  if (kind === 'decision')
    return words.say(
      event.body.outcome === 'favourable' ? 'title.decision' : 'title.decisionNotice',
    );
  const key = titles[kind];
  if (key !== undefined) return words.say(key);
  return words.text(words.texts.attestations[kind]?.label ?? kind);
}

/** Whatever a procedure calls it, what a third party attests is a preparation or a sending, never a filing (design.md §4.8). */
function kindSaid({ kind, event, operator }: ReceiptInput): string {
  if (operator.profile === 'administration' || kind !== 'filing') return kind;
  return event.type === 'TRANSMITTED' ? 'transmission' : 'preparation';
}

/** What happened, when, and what this paper is not. A third party never says of a dossier that it is filed. */
export function whatHappened(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  return input.operator.profile === 'administration'
    ? received(words, input)
    : handled(words, input);
}

function received(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const said = words.sentence(receivedKey(input), paramsOf(words, input), true);
  const scheduled =
    input.event.body['scheduled'] === true ? [words.sentence('sentence.scheduled')] : [];
  const proposed =
    input.event.type === 'AMENDMENT_PROPOSED' ? [words.sentence('sentence.proposed')] : [];
  const own = saidBy(words, input, input.kind);
  return [said, ...scheduled, ...incident(words, input), ...proposed, ...own];
}

/** A channel that failed in time: what was tried and when, and that nothing of lateness follows (rules.md B9). */
function incident(words: Words, { event, operator }: ReceiptInput): readonly AttestationPart[] {
  const { incidentSince, inWindow, scheduled } = event.body;
  if (incidentSince === undefined || inWindow !== 'unknown') return [];
  const key = scheduled === true ? 'sentence.incidentOfService' : 'sentence.incident';
  return [words.sentence(key, words.when(incidentSince, operator.timeZone), true)];
}

/** What the procedure says on a kind of attestation beyond what every one says, such as what it does not prove. */
function saidBy(
  words: Words,
  { published }: ReceiptInput,
  kind: string,
): readonly AttestationPart[] {
  const { attestations } = published.plan;
  const keys = Object.hasOwn(attestations, kind) ? (attestations[kind]?.says ?? []) : [];
  const { lang } = words;
  return keys.map((key) => ({
    is: 'sentence',
    lang,
    text: words.text(words.texts.says[key] ?? key),
  }));
}

function receivedKey({ event }: ReceiptInput): string {
  switch (event.type) {
    case 'FILED':
      return 'sentence.filed';
    case 'AMENDED':
    case 'AMENDMENT_PROPOSED':
      return 'sentence.amended';
    case 'PIECES_SUPPLIED':
      return 'sentence.piecesSupplied';
    case 'DECIDED':
      return event.body.outcome === 'favourable'
        ? 'sentence.decisionFavourable'
        : 'sentence.decisionUnfavourable';
    default:
      return 'sentence.recorded';
  }
}

/** Wording of the third-party profile: prepared, sent with its proof, and never more than that. */
function handled(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const { operator, view } = input;
  const to = operator.transmitsTo?.authority ?? '';
  const how = operator.transmitsTo?.how ?? '';
  const said = words.sentence(
    handledKey(input),
    { ...paramsOf(words, input), to, proof: proofOf(input) },
    true,
  );
  const waiting = [
    words.sentence('sentence.notSent', { to }, true),
    ...(how ? [words.sentence('sentence.toSend', { how })] : []),
  ];
  const own = saidBy(words, input, view.sentToAuthority ? 'transmission' : 'preparation');
  const limits = [words.sentence('sentence.notState'), ...own];
  return [said, ...limits, ...(view.sentToAuthority ? [] : waiting)];
}

function handledKey({ event }: ReceiptInput): string {
  if (event.type === 'PREPARED') return 'sentence.prepared';
  if (event.type === 'TRANSMITTED') return 'sentence.transmitted';
  return event.type.startsWith('AMEND') ? 'sentence.amendedPrepared' : 'sentence.recorded';
}

function paramsOf(
  words: Words,
  { event, operator, view }: ReceiptInput,
): Readonly<Record<string, unknown>> {
  const happened =
    event.type === 'TRANSMITTED' ? (event.effectiveAt ?? event.occurredAt) : event.occurredAt;
  return {
    authority: operator.authority,
    procedure: words.text(words.texts.title),
    version: event.body.version ?? view.version,
    event: words.text(words.texts.events[event.type] ?? event.type),
    ...words.when(happened, operator.timeZone),
  };
}

function proofOf({ event }: ReceiptInput): string {
  const { kind = '', reference = '' } = event.body.proof ?? {};
  return [kind, reference].filter((part) => part !== '').join(' ');
}
