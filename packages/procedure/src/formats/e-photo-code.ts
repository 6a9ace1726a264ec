import type { Format } from './format.js';
import { paperNumber } from './paper-number.js';

/** Code of a digital photograph and signature; its usual length is a doubt, since sources differ on it. */
export const ePhotoCodeFormat: Format = paperNumber('e-photo-code', 30, /^[A-Z0-9]{16,30}$/);
