import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** French postal code, overseas included: five digits. */
export const postCodeFrFormat: Format = paperNumber('post-code-fr', 5, /^\d{5}$/);
