/**
 * Takes the code out of what somebody pasted or scanned: the bare code, the address of a verification
 * page with the code after `#`, or either of them broken into lines by a mail program.
 *
 * Only blanks and invisible marks are dropped; the answer may well be no code at all, which
 * `verifyAttestation` then says.
 */
export function readCode(text: string): string {
  const bare = text.replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
  return bare.slice(bare.lastIndexOf('#') + 1);
}
