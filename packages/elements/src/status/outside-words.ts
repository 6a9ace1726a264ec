/** What to say before the texts are there, or when the dossier could not be opened. */
const words = {
  fr: {
    loading: 'Chargement de votre dossier…',
    failed:
      'Votre dossier n’a pas pu être affiché. Il n’est pas perdu. Vérifiez la connexion, puis réessayez.',
    retry: 'Réessayer',
  },
  en: {
    loading: 'Loading your dossier…',
    failed:
      'Your dossier could not be shown. It is not lost. Check the connection, then try again.',
    retry: 'Try again',
  },
  ar: {
    loading: 'جارٍ تحميل ملفك…',
    failed: 'تعذّر عرض ملفك. لم يضِع. تحقّق من الاتصال ثم أعد المحاولة.',
    retry: 'أعد المحاولة',
  },
} as const;

/** Those words in the language asked for, else in French. */
export function outsideWords(
  asked: string,
): { readonly lang: string; readonly dir: string } & (typeof words)[keyof typeof words] {
  const primary = asked.slice(0, 2);
  const lang = primary === 'en' || primary === 'ar' ? primary : 'fr';
  return { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', ...words[lang] };
}
