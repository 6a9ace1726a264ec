import { formatMessage, type Change, type Session } from '@guichet/engine';

/** One line of a difference in words: what it is about, what it was, what it is now. */
export interface ChangeWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Says a change as the review says answers: options by name, days in full, amounts with their currency. */
export function changeWords(session: Session, change: Change): ChangeWords {
  const { op, pointer, from, to } = change;
  if (op === 'piece') {
    const name = pointer.replace(/^@piece\/|^\//, '');
    return { label: session.piece(name).label, before: fileNames(from), after: fileNames(to) };
  }
  const field = attempt(() => session.field(pointer));
  if (!field) return groupWords(session, change);
  const line = session
    .review()
    .sections.flatMap(({ lines }) => lines)
    .find((one) => one.pointer === pointer);
  return {
    label: field.label,
    before: inWords(session, change, from),
    after: line?.answer || inWords(session, change, to),
  };
}

/** A row added, removed or moved, or its group: the page shows what is inside, the line says which. */
function groupWords(session: Session, { op, pointer }: Change): ChangeWords {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  const row = pointer.slice(parent.length + 1);
  const group = attempt(() => session.group(parent)) ?? attempt(() => session.group(pointer));
  const label = group?.title ?? '';
  const title = group?.rows.find(({ id }) => id === row)?.title ?? label;
  if (op === 'row-remove') return { label, before: label, after: '' };
  return { label, before: '', after: title };
}

/** Kinds whose value is a day, a month or a year. */
const days: ReadonlySet<string> = new Set(['date', 'partial-date', 'month']);

function inWords(session: Session, { pointer }: Change, value: unknown): string {
  const { kind, options } = session.field(pointer);
  const { lang } = session.texts;
  if (value === undefined || value === null) return '';
  const option = options.find((one) => one.value === value);
  if (option) return option.label;
  if (typeof value === 'boolean') return session.say(value ? 'yes' : 'no');
  if (days.has(kind) && typeof value === 'string')
    return formatMessage('{day, date}', { day: value }, lang);
  if (kind === 'money' && typeof value === 'number') {
    return new Intl.NumberFormat(`${lang}-u-nu-latn`, {
      style: 'currency',
      currency: 'EUR',
    }).format(value / 100);
  }
  if (kind === 'country' && typeof value === 'string') {
    return attempt(() => new Intl.DisplayNames([lang], { type: 'region' }).of(value)) ?? value;
  }
  return typeof value === 'object' ? '' : String(value);
}

function fileNames(piece: unknown): string {
  const files =
    (piece as { readonly files?: readonly { readonly name: string }[] } | undefined)?.files ?? [];
  return files.map(({ name }) => name).join(', ');
}

/** A pointer of a version that is not in the form any more has no view. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
