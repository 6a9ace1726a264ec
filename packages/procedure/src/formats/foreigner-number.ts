import type { Format } from './format.js';
import { stripSeparators } from './strip-separators.js';

/** Number of a foreigner in the French register, on every permit: ten digits, nine on old papers. */
export const foreignerNumberFormat: Format = {
  name: 'foreigner-number',
  maxLength: 10,
  offPaper: true,
  normalise: stripSeparators,
  test: (text) => /^\d{9,10}$/.test(text),
};
