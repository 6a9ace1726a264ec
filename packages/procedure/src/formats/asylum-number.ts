import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Number given by the asylum office or court: opaque. */
export const asylumNumberFormat: Format = paperNumber('asylum-number', 20, /^[A-Z0-9]{4,20}$/);
