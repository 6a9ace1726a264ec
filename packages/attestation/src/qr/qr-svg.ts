import { qrMatrix } from './qr-matrix.js';
import { qrPath } from './qr-path.js';

/**
 * A code as an SVG text, black on white, for files and server-made pages; a page under Trusted Types
 * draws `qrPath` through the DOM instead. It has no size of its own: print it at 4 cm or more.
 *
 * Throws `code-not-ascii`, `code-too-long`.
 */
export function qrSvg(text: string): string {
  const { side, d } = qrPath(qrMatrix(text));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${d}"/></svg>`
  );
}
