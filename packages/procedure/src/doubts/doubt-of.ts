import { normaliseFormat } from '../formats/check-format.js';
import { lengthDoubt } from './length-doubt.js';
import { nameDoubt } from './name-doubt.js';

/** What may be wrong with an answer whose format holds: said beside it, filed along, never a refusal. */
export type Doubt =
  /** A check digit does not agree: one character was probably mistyped. */
  | 'check-digit'
  /** Shorter or longer than such numbers usually are. */
  | 'length'
  /** No such number is in use in its country. */
  | 'not-in-use'
  /** Letters of another script where papers are written in Latin ones. */
  | 'not-latin'
  /** A digit inside a name. */
  | 'has-digit'
  /** A text that stands for "none", such as XXX. */
  | 'placeholder';

type Check = (written: string) => Doubt | undefined;

const ready = (check: Check) => () => Promise.resolve(check);
const digits =
  (number: Parameters<typeof import('./check-digit-doubt.js').checkDigitDoubt>[0]) => () =>
    import('./check-digit-doubt.js').then(({ checkDigitDoubt }): Check => checkDigitDoubt(number));

/** Each brings its own library, when it is asked for and not before. */
const checks: Readonly<Record<string, () => Promise<Check>>> = {
  'application-number': ready(lengthDoubt(19)),
  'civil-name': ready(nameDoubt),
  'e-photo-code': ready(lengthDoubt(22)),
  'foreigner-number': ready(lengthDoubt(10)),
  iban: digits('iban'),
  'machine-readable-zone': () => import('./zone-doubt.js').then(({ zoneDoubt }) => zoneDoubt),
  'permit-number': ready(lengthDoubt(9)),
  phone: () => import('./phone-doubt.js').then(({ phoneDoubt }) => phoneDoubt),
  siren: digits('siren'),
  siret: digits('siret'),
  'social-security-number': digits('social-security-number'),
  'tax-number': digits('tax-number'),
  'visa-number': ready(lengthDoubt(12)),
  'work-authorisation-number': ready(lengthDoubt(21)),
};

/**
 * What is doubtful about `value`, a text whose `format` holds (a format's name of this package); `undefined`
 * when nothing is. The same answer whatever was asked before; rejects only when a library cannot be fetched.
 */
export async function doubtOf(format: string, value: string): Promise<Doubt | undefined> {
  if (!Object.hasOwn(checks, format)) return undefined;
  const check = await checks[format]?.();
  return check?.(normaliseFormat(format, value));
}
