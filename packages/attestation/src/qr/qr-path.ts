import type { QrMatrix } from './qr-matrix.js';

/** White modules around the code that every reader needs. @see ISO/IEC 18004 §6.3.8 */
export const QUIET_ZONE = 4;

/** A code as one SVG path in units of a module, with the side of its view box, quiet zone included. */
export interface QrPath {
  readonly side: number;
  readonly d: string;
}

/** Draws each run of dark modules as one rectangle: no seams between neighbours at any zoom. */
export function qrPath(matrix: QrMatrix): QrPath {
  const runs: string[] = [];
  matrix.modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      const width = x - from + 1;
      runs.push(`M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${width}v1h-${width}z`);
    }
  });
  return { side: matrix.size + 2 * QUIET_ZONE, d: runs.join('') };
}
