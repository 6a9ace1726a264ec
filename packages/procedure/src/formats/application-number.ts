import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number of an earlier application, as the administration printed it. */
export const applicationNumberFormat: Format = paperNumber(
  'application-number',
  30,
  /^[A-Z0-9]{6,30}$/,
);
