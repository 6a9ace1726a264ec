/** Formats whose answers may be doubted: an entry of its own tells how, so that nobody loads its libraries for nothing. */
export const doubtable: readonly string[] = [
  'application-number',
  'civil-name',
  'e-photo-code',
  'foreigner-number',
  'iban',
  'machine-readable-zone',
  'permit-number',
  'phone',
  'siren',
  'siret',
  'social-security-number',
  'tax-number',
  'visa-number',
  'work-authorisation-number',
];
