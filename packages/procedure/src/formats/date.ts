import type { Format } from './format.js';
import { isDay } from '../calendar/is-day.js';

/** A calendar day that exists, `YYYY-MM-DD`. */
export const dateFormat: Format = {
  name: 'date',
  maxLength: 10,
  offPaper: false,
  normalise: (text) => text.trim(),
  test: isDay,
};
