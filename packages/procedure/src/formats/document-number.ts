import type { Format } from './format.js';
import { stripSeparators } from './strip-separators.js';

/** Number of a passport or permit: letters and digits as printed; no rule by country, since those block people wrongly. */
export const documentNumberFormat: Format = {
  name: 'document-number',
  maxLength: 20,
  offPaper: true,
  normalise: (text) => stripSeparators(text).toUpperCase(),
  test: (text) => /^[A-Z0-9]{4,20}$/.test(text),
};
