import type { Format } from './format.js';
import { countryCodes } from './country-codes.js';

const codes: ReadonlySet<string> = new Set(countryCodes);

/** ISO 3166-1 alpha-2 code of a country, Kosovo included (user-assigned \`XK\`). */
export const countryFormat: Format = {
  name: 'country',
  maxLength: 2,
  offPaper: false,
  normalise: (text) => text.trim().toUpperCase(),
  test: (text) => codes.has(text),
};
