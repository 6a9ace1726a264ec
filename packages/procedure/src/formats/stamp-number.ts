import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of an electronic tax stamp (timbre fiscal): sixteen digits. */
export const stampNumberFormat: Format = paperNumber('stamp-number', 16, /^\d{16}$/);
