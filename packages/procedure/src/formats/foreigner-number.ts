import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of a foreigner in the French register, on every permit: ten digits, nine on old papers. */
export const foreignerNumberFormat: Format = paperNumber('foreigner-number', 10, /^\d{9,10}$/);
