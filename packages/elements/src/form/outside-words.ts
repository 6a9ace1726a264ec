/** The only words that the elements carry: what to say before a texts bundle is there, or when it never comes. */
const WORDS = {
  fr: {
    loading: 'Chargement du formulaire…',
    failed:
      'Le formulaire n’a pas pu être chargé. Ce que vous aviez écrit sur cet appareil n’est pas perdu.',
    retry: 'Réessayer',
  },
  en: {
    loading: 'Loading the form…',
    failed: 'The form could not be loaded. What you wrote on this device is not lost.',
    retry: 'Try again',
  },
  ar: {
    loading: 'جارٍ تحميل الاستمارة…',
    failed: 'تعذّر تحميل الاستمارة. ما كتبته على هذا الجهاز لم يضِع.',
    retry: 'حاول مرة أخرى',
  },
} as const;

/** Words in the language asked for, else in French. */
export function outsideWords(
  lang: string,
): { readonly lang: string; readonly dir: string } & (typeof WORDS)[keyof typeof WORDS] {
  const known = lang.slice(0, 2);
  const used = known === 'en' || known === 'ar' ? known : 'fr';
  return { lang: used, dir: used === 'ar' ? 'rtl' : 'ltr', ...WORDS[used] };
}
