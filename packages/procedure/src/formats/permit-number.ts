import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of a residence permit, letters and digits as printed; the usual length is a doubt, never a refusal. */
export const permitNumberFormat: Format = paperNumber('permit-number', 20, /^[A-Z0-9]{4,20}$/);
