import type { Format } from './format.js';

/** A month of a year, `YYYY-MM`. */
export const monthFormat: Format = {
  name: 'month',
  maxLength: 7,
  offPaper: false,
  normalise: (text) => text.trim(),
  test: (text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text),
};
