import type { Format } from './format.js';

/** Characters in a machine-readable zone → length of its lines: TD3 and MRV-A, TD1, TD2 and MRV-B. */
const lineOf: Readonly<Record<number, number>> = { 88: 44, 90: 30, 72: 36 };

/**
 * The two or three lines of `<` at the foot of a passport, visa or permit, written one below the other.
 * Its check digits are a doubt, never a refusal: it is copied by hand.
 *
 * @see ICAO Doc 9303
 */
export const machineReadableZoneFormat: Format = {
  name: 'machine-readable-zone',
  maxLength: 92,
  offPaper: true,
  normalise: inLines,
  test: (written) => lineOf[written.replaceAll('\n', '').length] !== undefined,
};

function inLines(text: string): string {
  const characters = text.toUpperCase().replace(/[^A-Z0-9<]/g, '');
  const length = lineOf[characters.length];
  if (length === undefined) return text.trim();
  return Array.from({ length: characters.length / length }, (_, n) =>
    characters.slice(n * length, (n + 1) * length),
  ).join('\n');
}
