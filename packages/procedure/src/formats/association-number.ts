import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of an association in the French register (RNA): W and nine digits. */
export const associationNumberFormat: Format = paperNumber('association-number', 10, /^W\d{9}$/);
