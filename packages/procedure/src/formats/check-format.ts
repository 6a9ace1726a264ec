import { activityCodeFormat } from './activity-code.js';
import { applicationNumberFormat } from './application-number.js';
import { associationNumberFormat } from './association-number.js';
import { asylumNumberFormat } from './asylum-number.js';
import { civilNameFormat } from './civil-name.js';
import { communeInseeFormat } from './commune-insee.js';
import { countryFormat } from './country.js';
import { dateFormat } from './date.js';
import { documentNumberFormat } from './document-number.js';
import { ePhotoCodeFormat } from './e-photo-code.js';
import { emailFormat } from './email.js';
import { foreignerNumberFormat } from './foreigner-number.js';
import type { Format } from './format.js';
import { ibanFormat } from './iban.js';
import { machineReadableZoneFormat } from './machine-readable-zone.js';
import { monthFormat } from './month.js';
import { partialDateFormat } from './partial-date.js';
import { permitNumberFormat } from './permit-number.js';
import { phoneFormat } from './phone.js';
import { postCodeFrFormat } from './post-code-fr.js';
import { sirenFormat } from './siren.js';
import { siretFormat } from './siret.js';
import { socialSecurityNumberFormat } from './social-security-number.js';
import { stampNumberFormat } from './stamp-number.js';
import { taxNumberFormat } from './tax-number.js';
import { visaNumberFormat } from './visa-number.js';
import { workAuthorisationNumberFormat } from './work-authorisation-number.js';

/** The closed list of formats, by name: the same functions serve the interpreter and Ajv. */
export const formats: Readonly<Record<string, Format>> = Object.fromEntries(
  [
    activityCodeFormat,
    applicationNumberFormat,
    associationNumberFormat,
    asylumNumberFormat,
    civilNameFormat,
    communeInseeFormat,
    countryFormat,
    dateFormat,
    documentNumberFormat,
    ePhotoCodeFormat,
    emailFormat,
    foreignerNumberFormat,
    ibanFormat,
    machineReadableZoneFormat,
    monthFormat,
    partialDateFormat,
    permitNumberFormat,
    phoneFormat,
    postCodeFrFormat,
    sirenFormat,
    siretFormat,
    socialSecurityNumberFormat,
    stampNumberFormat,
    taxNumberFormat,
    visaNumberFormat,
    workAuthorisationNumberFormat,
  ].map((format) => [format.name, format]),
);

/**
 * Whether a text has a format, spaces and separators that people type left aside.
 * A name outside the closed list never refuses anybody: `check` refuses the procedure instead.
 */
export function checkFormat(format: string, value: string): boolean {
  const known = formatNamed(format);
  return known === undefined || known.test(known.normalise(value));
}

/** The written form of what was typed: `75 011` → `75011`. Unknown formats leave it as it is. */
export function normaliseFormat(format: string, value: string): string {
  return formatNamed(format)?.normalise(value) ?? value;
}

/** Whether a fault of this format may stop a filing: it is read off a paper (R13). */
export function isOffPaper(format: string): boolean {
  return formatNamed(format)?.offPaper ?? false;
}

function formatNamed(name: string): Format | undefined {
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
}
