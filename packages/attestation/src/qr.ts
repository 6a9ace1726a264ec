export { qrMatrix } from './qr/qr-matrix.js';
export type { QrMatrix } from './qr/qr-matrix.js';
export { qrPath, QUIET_ZONE } from './qr/qr-path.js';
export type { QrPath } from './qr/qr-path.js';
export { qrSvg } from './qr/qr-svg.js';
