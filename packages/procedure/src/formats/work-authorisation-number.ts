import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of a work authorisation. */
export const workAuthorisationNumberFormat: Format = paperNumber(
  'work-authorisation-number',
  30,
  /^[A-Z0-9]{6,30}$/,
);
