import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Code of an economic activity (APE): four digits and a letter. */
export const activityCodeFormat: Format = paperNumber('activity-code', 5, /^\d{4}[A-Z]$/);
