import type { Format } from './format.js';

/** An e-mail address, checked loosely: only a message sent can tell, and a strict rule refuses real ones. */
export const emailFormat: Format = {
  name: 'email',
  maxLength: 254,
  offPaper: false,
  normalise: (text) => text.trim(),
  test: isEmail,
};

function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254 || /[\s<>"(),;:\\]/u.test(text)) return false;
  const labels = text.slice(at + 1).split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => label !== '' && !/^-|-$/.test(label)) &&
    !text.slice(0, at).includes('@')
  );
}
