/**
 * The number that a JSON literal is, when a double holds it; otherwise what it would become, as a sentence (RFC 8259 §6).
 * Minus zero is zero: no answer tells them apart.
 */
export function exactNumber(literal: string): number | { readonly fault: string } {
  const value = Number(literal) + 0;
  if (!Number.isFinite(value)) return { fault: 'is larger than any number that can be held' };
  if (value === 0 && /^-?[0.]*[1-9]/.test(literal))
    return { fault: 'is so small that it would be read as 0' };
  const isWhole = /^-?\d+$/.test(literal) && String(value) !== literal;
  if (isWhole && BigInt(literal) !== BigInt(value)) return { fault: `would be read as ${value}` };
  return value;
}
