import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of an establishment in the French register: fourteen digits. Its check digit is a doubt, never a refusal. */
export const siretFormat: Format = paperNumber('siret', 14, /^\d{14}$/);
