import type { Format } from './format.js';
import { stripSeparators } from './strip-separators.js';

/** Number of a visa: eight to fourteen letters and digits, as printed. */
export const visaNumberFormat: Format = {
  name: 'visa-number',
  maxLength: 14,
  offPaper: true,
  normalise: (text) => stripSeparators(text).toUpperCase(),
  test: (text) => /^[A-Z0-9]{8,14}$/.test(text),
};
