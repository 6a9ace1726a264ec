import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Where a number written without its country may be from: France, and the territories that share its way of dialling. */
const regions: readonly CountryCode[] = [
  'FR',
  'GP',
  'MQ',
  'GF',
  'RE',
  'YT',
  'NC',
  'PF',
  'WF',
  'PM',
  'BL',
  'MF',
];

/** Doubts a telephone number that no country uses. @internal */
export function phoneDoubt(written: string): 'not-in-use' | undefined {
  const text = written.replace(/^00/, '+');
  const isInUse = regions.some((region) => parsePhoneNumberFromString(text, region)?.isValid());
  return isInUse ? undefined : 'not-in-use';
}
