import type { Day } from '../types/condition.js';
import { daysInMonth } from './days-in-month.js';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a calendar day that exists, `YYYY-MM-DD` (29 February only in leap years). */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false;
  const parts = shape.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
