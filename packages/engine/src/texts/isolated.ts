/**
 * A text that somebody typed, set apart in a sentence of ours: its direction stays its own and its
 * bidirectional controls are dropped, so that it cannot turn the words around it.
 * @see Unicode UAX #9, FSI and PDI
 */
export function isolated(text: string): string {
  return `\u2068${text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`;
}
