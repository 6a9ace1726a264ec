import type { Day, PartialDay } from '../types/condition.js';
import { formatDay } from './day-number.js';
import { daysInMonth } from './days-in-month.js';
import { isDay } from './is-day.js';

/** First and last calendar day that a partial date may mean. */
export interface DayInterval {
  readonly earliest: Day;
  readonly latest: Day;
}

const year = /^\d{4}$/;
const month = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Whether a text is a calendar day that may lack its day or month: `1980`, `1980-07`, `1980-07-12`. */
export function isPartialDay(text: unknown): text is PartialDay {
  return partialBounds(text) !== undefined;
}

/**
 * The days a partial date may mean (rules.md A11); `undefined` when the text is not one. Spaces around it are left
 * aside, as the formats of dates do.
 *
 * @example partialBounds('1980-02') // { earliest: '1980-02-01', latest: '1980-02-29' }
 */
export function partialBounds(given: unknown): DayInterval | undefined {
  if (typeof given !== 'string') return undefined;
  const text = given.trim();
  if (isDay(text)) return { earliest: text, latest: text };
  if (year.test(text)) return { earliest: `${text}-01-01`, latest: `${text}-12-31` };
  const parts = month.exec(text);
  if (!parts) return undefined;
  const [y, m] = [Number(parts[1]), Number(parts[2])];
  return { earliest: formatDay(y, m, 1), latest: formatDay(y, m, daysInMonth(y, m)) };
}
