import type { Duration } from '../types/condition.js';

/** A legal delay in its parts, each with the sign of the whole. */
export interface DurationParts {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

const shape = /^(-?)P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** Reads an ISO 8601 duration of whole years, months, weeks and days; `undefined` when it is not one. */
export function parseDuration(text: string): DurationParts | undefined {
  const parts = shape.exec(text);
  if (!parts || parts.slice(2).every((part) => part === undefined)) return undefined;
  const sign = parts[1] === '-' ? -1 : 1;
  const read = (index: number) => sign * Number(parts[index] ?? 0) || 0;
  return { years: read(2), months: read(3), weeks: read(4), days: read(5) };
}

/** Whether a text is a duration that `addDuration` reads. */
export function isDuration(text: unknown): text is Duration {
  return typeof text === 'string' && parseDuration(text) !== undefined;
}
