const rightToLeft = /^(ar|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)(-|$)/i;

/** Direction in which a language is written (`lang`: BCP 47). */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.test(lang) ? 'rtl' : 'ltr';
}
