import type { Format } from './format.js';
import { stripSeparators } from './strip-separators.js';

/** French postal code, overseas included: five digits. */
export const postCodeFrFormat: Format = {
  name: 'post-code-fr',
  maxLength: 5,
  offPaper: true,
  normalise: stripSeparators,
  test: (text) => /^\d{5}$/.test(text),
};
