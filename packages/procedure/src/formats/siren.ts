import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of an organisation in the French register: nine digits. Its check digit is a doubt, never a refusal. */
export const sirenFormat: Format = paperNumber('siren', 9, /^\d{9}$/);
