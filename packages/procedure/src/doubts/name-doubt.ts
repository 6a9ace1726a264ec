/** What people are told to type where a name is missing: their papers show none. */
const standIns = /^(x{2,}|snp|sans nom|sans prénom|inconnu|unknown|none|n\/?a|fnu|lnu|[.\-_?]+)$/iu;

/**
 * Doubts a name: a text that stands for "none", a digit, or letters of another script. Prolonged sounds,
 * apostrophes and joiners of any script are letters' company and no doubt.
 *
 * @internal
 */
export function nameDoubt(written: string): 'placeholder' | 'has-digit' | 'not-latin' | undefined {
  if (standIns.test(written)) return 'placeholder';
  if (/\p{Nd}/u.test(written)) return 'has-digit';
  const letters = written.match(/\p{L}/gu) ?? [];
  return letters.every((letter) => /\p{Script=Latin}/u.test(letter)) ? undefined : 'not-latin';
}
