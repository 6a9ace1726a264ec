/** Each word is a first letter, then every letter that follows it in a code: `ADE` is AD and AE. */
const byFirstLetter =
  'ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR ' +
  'GABDEFGHILMNPQRSTUWY HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY ' +
  'MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ ' +
  'TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS XK YET ZAMW';

/** ISO 3166-1 alpha-2 codes in force, and Kosovo's user-assigned `XK`, in alphabetical order. */
export const countryCodes: readonly string[] = byFirstLetter
  .split(' ')
  .flatMap(([first = '', ...seconds]) => seconds.map((second) => first + second));
