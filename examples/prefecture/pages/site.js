// What this site does with the form's events: it leads from one of its pages to another.

// "Change my answers" on the status page: the form opens with what was filed.
addEventListener('guichet-amend', () => location.assign('/'));

// The person chose another language in the form: the few words around it follow.
addEventListener('guichet-language', ({ detail: { lang, dir } }) => {
  for (const part of document.querySelectorAll('[data-en]')) {
    part.dataset.fr ??= part.textContent;
    part.textContent = part.dataset[lang] ?? part.dataset.fr;
  }
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
});
