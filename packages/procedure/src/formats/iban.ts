import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Account number. Its check digits are a doubt, never a refusal. */
export const ibanFormat: Format = paperNumber('iban', 34, /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/);
