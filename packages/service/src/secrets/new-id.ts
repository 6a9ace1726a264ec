import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Random Crockford base32, five bits a character: 26 characters hold 130 bits. */
export function newId(length = 26): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('');
}

/** Reference that can be read aloud: 60 bits in three groups. It opens nothing by itself. */
export function newReference(): string {
  const text = newId(12).toUpperCase();
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
