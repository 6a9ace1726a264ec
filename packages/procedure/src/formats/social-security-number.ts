import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** French social security number, thirteen characters and, when known, the key of two. Its key is a doubt. */
export const socialSecurityNumberFormat: Format = paperNumber(
  'social-security-number',
  15,
  /^\d{6}[0-9AB]\d{6}(\d{2})?$/,
);
