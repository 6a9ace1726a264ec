import { normaliseFormat } from '../formats/check-format.js';
import { checkDigitDoubt } from './check-digit-doubt.js';
import { lengthDoubt } from './length-doubt.js';
import { nameDoubt } from './name-doubt.js';
import { phoneDoubt } from './phone-doubt.js';
import { zoneDoubt } from './zone-doubt.js';

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

const checks: Readonly<Record<string, Check>> = {
  'civil-name': nameDoubt,
  'e-photo-code': lengthDoubt(22),
  'foreigner-number': lengthDoubt(10),
  iban: checkDigitDoubt('iban'),
  'machine-readable-zone': zoneDoubt,
  'permit-number': lengthDoubt(9),
  phone: phoneDoubt,
  siren: checkDigitDoubt('siren'),
  siret: checkDigitDoubt('siret'),
  'social-security-number': checkDigitDoubt('social-security-number'),
  'tax-number': checkDigitDoubt('tax-number'),
  'visa-number': lengthDoubt(12),
  'application-number': lengthDoubt(19),
  'work-authorisation-number': lengthDoubt(21),
};

/**
 * What is doubtful about `value`, a text whose `format` holds (a format's name of this package); `undefined`
 * when nothing is. Pure; never throws. Libraries are read here and nowhere else, so that a page loads them
 * only when such a question was answered.
 */
export function doubtOf(format: string, value: string): Doubt | undefined {
  const check = Object.hasOwn(checks, format) ? checks[format] : undefined;
  return check?.(normaliseFormat(format, value));
}
