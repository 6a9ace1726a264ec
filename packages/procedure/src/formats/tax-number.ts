import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Tax number of a person in France (SPI): thirteen digits. Its key is a doubt, never a refusal. */
export const taxNumberFormat: Format = paperNumber('tax-number', 13, /^[0-3]\d{12}$/);
