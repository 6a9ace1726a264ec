import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { generateSigningKey } from '../keys.js';
import { signAttestation } from '../sign-attestation.js';
import { filingClaims } from '../testing.js';
import { qrMatrix } from './qr-matrix.js';
import { qrPath } from './qr-path.js';
import { qrSvg } from './qr-svg.js';

/** Paints a code at `scale` pixels a module, and reads it with another library. */
function readBack(text: string, scale: number): string | undefined {
  const { size, modules } = qrMatrix(text);
  const side = (size + 8) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++)
      if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        pixels.fill(
          0,
          ((y + 4 * scale) * side + x + 4 * scale) * 4,
          ((y + 4 * scale) * side + x + 4 * scale) * 4 + 3,
        );
  return jsQR(pixels, side, side)?.data;
}

describe('a QR code', () => {
  it('gives back what it holds, read by another library', async () => {
    const jws = await signAttestation(filingClaims, await generateSigningKey());
    for (const text of [jws, `https://guichet.prefecture.example/verifier/#${jws}`])
      expect(readBack(text, 3)).toBe(text);
  });
  it('stays small enough to print at 4 cm', async () => {
    const jws = await signAttestation(filingClaims, await generateSigningKey());
    expect(qrMatrix(jws).version).toBeLessThanOrEqual(18);
    expect(
      qrMatrix(`https://guichet.prefecture.example/verifier/#${jws}`).version,
    ).toBeLessThanOrEqual(20);
  });
  it('refuses what a phone would misread', () => {
    expect(() => qrMatrix('préfecture')).toThrow(
      expect.objectContaining({ code: 'code-not-ascii' }),
    );
    expect(() => qrMatrix('a'.repeat(780))).toThrow(
      expect.objectContaining({ code: 'code-too-long' }),
    );
    expect(qrMatrix('a'.repeat(779)).version).toBe(22);
  });
  it('is drawn with a quiet zone of four modules', () => {
    const matrix = qrMatrix('a');
    const path = qrPath(matrix);
    expect(path.side).toBe(matrix.size + 8);
    expect(path.d.startsWith('M4 4h7v1h-7z')).toBe(true);
    expect(qrSvg('a')).toContain(`viewBox="0 0 ${path.side} ${path.side}"`);
  });
  it('draws each dark module once', () => {
    const matrix = qrMatrix('a');
    const drawn = [...qrPath(matrix).d.matchAll(/h(\d+)v/g)].reduce(
      (sum, run) => sum + Number(run[1]),
      0,
    );
    expect(drawn).toBe(matrix.modules.flat().filter(Boolean).length);
  });
});
