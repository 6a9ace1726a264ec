import * as iban from 'ibantools';
import * as nif from 'stdnum/lib/cjs/fr/nif.js';
import * as nir from 'stdnum/lib/cjs/fr/nir.js';
import * as siren from 'stdnum/lib/cjs/fr/siren.js';
import * as siret from 'stdnum/lib/cjs/fr/siret.js';

const holds = {
  iban: (written: string) => iban.isValidIBAN(written),
  siren: (written: string) => siren.validate(written).isValid,
  siret: (written: string) => siret.validate(written).isValid,
  'tax-number': (written: string) => nif.validate(written).isValid,
  /** Thirteen characters are a number without its key: nothing can be said of it. */
  'social-security-number': (written: string) => written.length < 15 || holdsKey(written),
};

/** Doubts a number whose check digits disagree. @internal */
export function checkDigitDoubt(
  number: keyof typeof holds,
): (written: string) => 'check-digit' | undefined {
  return (written) => (holds[number](written) ? undefined : 'check-digit');
}

/**
 * The key alone: months 20 to 42 and 50 to 99 are given where the month of birth is not known, and a library
 * that checks the date too would doubt people for what their papers lack.
 */
function holdsKey(written: string): boolean {
  if (nir.validate(written).isValid) return true;
  const digits = written.slice(0, 13).replace('A', '0').replace('B', '0');
  const less = written.includes('A') ? 1000000n : written.includes('B') ? 2000000n : 0n;
  return 97n - ((BigInt(digits) - less) % 97n) === BigInt(written.slice(13));
}
