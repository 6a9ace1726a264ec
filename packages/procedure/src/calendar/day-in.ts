import { ProcedureError } from '../errors.js';
import type { Day } from '../types/condition.js';

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day of an instant in an IANA zone. Throws `unknown-zone` and `not-an-instant`.
 *
 * @example dayIn('2027-02-22T23:30:00Z', 'Europe/Paris') // '2027-02-23'
 */
export function dayIn(instant: Date | string, zone: string): Day {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime()))
    throw new ProcedureError('not-an-instant', { text: String(instant) });
  return dayByTemporal(date, zone) ?? dayByIntl(date, zone);
}

/** The little of Temporal that is used here; the libraries of this project's target do not name it. */
interface TemporalNow {
  readonly Instant: {
    fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: string): ZonedTime };
  };
}
interface ZonedTime {
  toPlainDate(): { toString(): string };
}

/** Where the platform has Temporal: making the first `Intl` format of a page costs 20 ms, before anything is drawn. */
function dayByTemporal(date: Date, zone: string): Day | undefined {
  const { Temporal } = globalThis as { readonly Temporal?: TemporalNow };
  if (Temporal === undefined) return undefined;
  const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime());
  try {
    return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch {
    throw new ProcedureError('unknown-zone', { zone });
  }
}

function dayByIntl(date: Date, zone: string): Day {
  let [year, month, day] = ['', '', ''];
  for (const part of formatterOf(zone).formatToParts(date)) {
    if (part.type === 'year') year = part.value;
    if (part.type === 'month') month = part.value;
    if (part.type === 'day') day = part.value;
  }
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(zone, made);
    return made;
  } catch {
    throw new ProcedureError('unknown-zone', { zone });
  }
}
