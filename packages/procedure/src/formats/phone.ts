import type { Format } from './format.js';
import { stripSeparators } from './strip-separators.js';

/** A telephone number: international (`+33…`, `0033…`) or French national; any country is welcome. */
export const phoneFormat: Format = {
  name: 'phone',
  maxLength: 16,
  offPaper: false,
  normalise: stripSeparators,
  test: (text) => /^(\+[1-9]\d{5,14}|00[1-9]\d{5,13}|0[1-9]\d{8})$/.test(text),
};
