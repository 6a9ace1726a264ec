import type { Format } from './format.js';

/**
 * A name of a person as their papers write it, in any script. A person without a surname leaves it empty:
 * no text stands for "none". Digits, other scripts and stand-ins such as XXX are doubts, never refusals.
 */
export const civilNameFormat: Format = {
  name: 'civil-name',
  maxLength: 150,
  offPaper: false,
  normalise: (text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim(),
  test: (written) => /\p{L}/u.test(written) && !/\p{Cc}/u.test(written),
};
