/**
 * The one logical form every contender draws: blocks of ten fields, the tenth
 * revealed and required by the ninth (benchmark method, README.md).
 */
export const kinds = ['text', 'email', 'date', 'number', 'select', 'pattern', 'text', 'integer', 'boolean', 'revealed'];
export const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** @param {number} n number of fields, a multiple of ten */
export function fields(n) {
  return Array.from({ length: n }, (_, i) => ({
    name: `f${i}`,
    block: Math.floor(i / 10),
    kind: kinds[i % 10],
    label: `Field ${i} (${kinds[i % 10]})`,
  }));
}

/** The fault of one value, as a hand-written page would find it; empty when there is none. */
export function fault(field, value) {
  const text = value ?? '';
  if (field.kind === 'boolean') return '';
  if (text === '') return field.kind === 'revealed' || field.kind === 'text' ? `Enter ${field.label}` : '';
  switch (field.kind) {
    case 'text':
    case 'revealed':
      return text.length < 2 ? `${field.label} must have at least 2 characters` : text.length > 80 ? `${field.label} is too long` : '';
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? '' : `${field.label} must be like name@example.org`;
    case 'pattern':
      return /^[A-Z]{2}[0-9]{4}$/.test(text) ? '' : `${field.label} must be two letters and four digits`;
    case 'number':
      return Number.isFinite(Number(text)) && Number(text) >= 0 ? '' : `${field.label} must be a number`;
    case 'integer':
      return Number.isInteger(Number(text)) ? '' : `${field.label} must be a whole number`;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? '' : `${field.label} must be a real day`;
    default:
      return '';
  }
}

export const values = (n) => Object.fromEntries(fields(n).map((field) => [field.name, '']));
