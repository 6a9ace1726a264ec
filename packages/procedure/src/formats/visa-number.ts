import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of a visa: eight to fourteen letters and digits, as printed. */
export const visaNumberFormat: Format = paperNumber('visa-number', 14, /^[A-Z0-9]{8,14}$/);
