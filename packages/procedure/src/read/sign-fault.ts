import type { JsonFault } from './read-json.js';

/**
 * What a text holds that its reader cannot see as it is: half a character, a sign that turns the direction of what
 * follows, a control or a zero-width sign. Isolates (U+2066 to U+2069) that are closed where they are opened are
 * fine: that is how a number stands in an Arabic sentence. Joiners (U+200C, U+200D) belong to words.
 */
export function signFault(text: string): Omit<JsonFault, 'offset'> | undefined {
  const half = /[\ud800-\udfff]/u.exec(text)?.[0];
  if (half !== undefined) return broken(nameOf(half));
  const hidden = hiddenSigns.exec(text)?.[0] ?? unclosedIsolate(text);
  return hidden === undefined ? undefined : unseen(nameOf(hidden));
}

const hiddenSigns =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/u;

function unclosedIsolate(text: string): string | undefined {
  const open: string[] = [];
  for (const [sign] of text.matchAll(/[\u2066-\u2069\n]/g)) {
    if (sign === '\n' && open.length > 0) return open[0];
    if (sign === '\u2069' && open.pop() === undefined) return sign;
    if (sign !== '\u2069' && sign !== '\n') open.push(sign);
  }
  return open[0];
}

function nameOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const broken = (name: string) =>
  ({
    rule: 'broken-sign',
    message: `This text holds half of a character (${name}): a person would see a box, and no hash or signature could be made over it.`,
    fix: 'Write the whole character, or remove it.',
  }) as const;
const unseen = (name: string) =>
  ({
    rule: 'hidden-sign',
    severity: 'warning',
    message: `This text holds a sign that cannot be seen (${name}): what is shown differs from what is written.`,
    fix: 'Remove it; close each direction isolate (U+2066 to U+2068) by U+2069 in the same text.',
  }) as const;
