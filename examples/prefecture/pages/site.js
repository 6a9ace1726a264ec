// What this site does with the form's events: it leads from one of its pages to another.

// "Change my answers" on the status page: the form opens with what was filed.
addEventListener('guichet-amend', () => location.assign('/'));
