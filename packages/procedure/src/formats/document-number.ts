import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of a passport or permit: letters and digits as printed; no rule by country, since those block people wrongly. */
export const documentNumberFormat: Format = paperNumber('document-number', 20, /^[A-Z0-9]{4,20}$/);
