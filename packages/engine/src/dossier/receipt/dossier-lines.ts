import type { Plan } from '@guichet/procedure';
import { parsePointer } from '@guichet/procedure';
import type { AttestationPart } from '../../ports.js';
import { formatDate } from '../../texts/intl.js';
import type { ReceiptInput } from './receipt-input.js';
import { silenceSource } from './silence-lines.js';
import type { Words } from './words.js';

/** Number, version, times, procedure and texts, and whose dossier it is. */
export function dossierLines(words: Words, input: ReceiptInput): readonly AttestationPart[] {
  const { event, operator, view, published } = input;
  const zone = operator.timeZone;
  const at = event.occurredAt;
  const atKey = operator.profile === 'administration' ? 'receivedAt' : 'preparedAt';
  const counts =
    event.effectiveAt === undefined
      ? []
      : [words.line('effectiveAt', instant(words, event.effectiveAt, zone))];
  return [
    words.heading('part.dossier'),
    words.line('reference', view.reference),
    words.line('version', String(event.body.version ?? view.version)),
    words.line(atKey, instant(words, at, zone)),
    words.line('utc', words.say('value.utc', words.when(at, 'UTC'))),
    ...counts,
    words.line('procedure', words.text(words.texts.title)),
    words.line('basis', basisOf(published.plan)),
    ...holderLines(words, input),
    ...authorLines(words, input),
  ];
}

function instant(words: Words, at: string, zone: string): string {
  return words.say('value.at', { ...words.when(at, zone), zone });
}

/** Titles of the sources of what decides: the window, the meaning of silence, else the legal basis of the procedure. */
function basisOf(plan: Plan): string {
  const names = [plan.window?.source, silenceSource(plan)].filter((name) => name !== undefined);
  const titles = (names.length > 0 ? names : [plan.privacy.source]).map(
    (name) => plan.sources[name]?.title ?? name,
  );
  return [...new Set(titles)].join(' ; ');
}

/** Found by the autocomplete tokens of the plan: nobody else's name carries them. A person may have no surname, or no day of birth. */
function holderLines(
  words: Words,
  { published, version }: ReceiptInput,
): readonly AttestationPart[] {
  const find = (token: string) => {
    const pointer = Object.entries(published.plan.fields).find(
      ([, field]) => field.autocomplete === token,
    )?.[0];
    const value = pointer === undefined ? undefined : valueAt(version.answers, pointer);
    return typeof value === 'string' ? value : '';
  };
  const name = [find('given-name'), find('family-name')].filter((part) => part !== '').join(' ');
  const birth = find('bday');
  return [
    words.line('holder', name || words.say('value.unknownName')),
    ...(birth ? [words.line('birth', formatDate(birth, words.lang))] : []),
  ];
}

function valueAt(answers: unknown, pointer: string): unknown {
  return parsePointer(pointer).reduce<unknown>((at, key) => {
    const isObject = typeof at === 'object' && at !== null && Object.hasOwn(at, key);
    return isObject ? (at as Record<string, unknown>)[key] : undefined;
  }, answers);
}

/** Who acted, when it was not the holder alone; of a decision, all that makes it one. @see CRPA L. 212-2 */
function authorLines(words: Words, { event }: ReceiptInput): readonly AttestationPart[] {
  const { by } = event;
  const signature = [by.name, by.quality, by.service]
    .filter((part) => part !== undefined)
    .join(', ');
  if (event.type === 'DECIDED') {
    return [words.line('decidedBy', signature), words.line('reasons', event.body.reason ?? '')];
  }
  return [
    ...(signature ? [words.line('author', signature)] : []),
    ...(by.for === undefined ? [] : [words.line('for', by.for)]),
  ];
}
