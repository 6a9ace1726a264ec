import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** INSEE code of a French commune. */
export const communeInseeFormat: Format = paperNumber('commune-insee', 5, /^(2[AB]|\d{2})\d{3}$/);
