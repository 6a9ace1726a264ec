// What this site does with the form's events: it leads from one of its pages to another.

// "Change my answers" on the status page: the form opens with what was filed, whatever else was begun
// since. What is to be amended travels in the tab, not in an address.
addEventListener('guichet-amend', ({ detail: { dossier } }) => {
  sessionStorage.setItem('amend', dossier);
  location.assign('/');
});
const form = document.querySelector('guichet-form');
const amended = form && sessionStorage.getItem('amend');
if (amended) form.setAttribute('draft', amended);
if (form) sessionStorage.removeItem('amend');

// The person chose another language in the form: the few words around it follow.
addEventListener('guichet-language', ({ detail: { lang, dir } }) => {
  for (const part of document.querySelectorAll('[data-en]')) {
    part.dataset.fr ??= part.textContent;
    part.textContent = part.dataset[lang] ?? part.dataset.fr;
  }
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
});
