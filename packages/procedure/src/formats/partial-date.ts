import type { Format } from './format.js';
import { isPartialDay } from '../calendar/partial-day.js';

/** A calendar day that may lack its day or month (EDTF, rules.md A11). */
export const partialDateFormat: Format = {
  name: 'partial-date',
  maxLength: 10,
  offPaper: false,
  normalise: (text) => text.trim(),
  test: isPartialDay,
};
