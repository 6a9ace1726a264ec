import { latinDigits } from './latin-digits.js';

/**
 * A number as people type it: comma or dot, spaces between thousands, a currency sign.
 * Undefined when it cannot be read. `1.234` is one and a bit; `1.234,5` and `1,234.5` are thousands.
 */
export function readNumber(text: string): number | undefined {
  const plain = latinDigits(text)
    .replace(/[\s\u00a0\u202f\u2009'’€]|EUR$/gu, '')
    .replace(/\u066b/g, ',')
    .replace(/\u066c/g, '')
    .replace(/^\u2212/, '-');
  const decimal = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  const whole = decimal < 0 ? plain : plain.slice(0, decimal).replace(/[.,]/g, '');
  const both = decimal < 0 ? whole : `${whole}.${plain.slice(decimal + 1)}`;
  return /^-?\d+(\.\d*)?$|^-?\.\d+$/.test(both) ? Number(both) : undefined;
}
