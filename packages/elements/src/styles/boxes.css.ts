/** What is said around the questions. */
export const boxes = `
& :is(.gui-advice, .gui-window, .gui-notice, .gui-not-sent, .gui-mark, .gui-information, .gui-privacy, .gui-warning) {
  padding: 12px 16px;
  margin-block: 8px 16px;
  background: var(--guichet-ground);
  border-inline-start: 4px solid var(--guichet-line);
  border-radius: 2px;
  & p + p { margin-block-start: 8px; }
}
& .gui-advice { border-color: var(--guichet-focus); margin-block-end: 0; }
& .gui-mark { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 24px; border-color: var(--guichet-accent); margin-block-end: 0; }
& .gui-mark p:first-child { font-weight: 600; }
& .gui-window { border-color: var(--guichet-accent); margin-block: 24px; }
& .gui-window p:first-child { font-weight: 600; }
& .gui-window[data-state='after'] { border-color: var(--guichet-issue); }
& .gui-not-sent { background: var(--guichet-ink); color: var(--guichet-paper); border: 0; margin-block: 0 16px; }
& .gui-warning { border-color: var(--guichet-issue); background: var(--guichet-issue-soft); }
& .gui-privacy { margin-block-end: 32px; }
& .gui-restore { margin-block: -16px 24px; font-size: 1rem; }
& .gui-privacy summary { padding-block: 8px; cursor: pointer; }
& .gui-summary {
  border: 3px solid var(--guichet-issue);
  border-radius: var(--guichet-radius);
  padding: 16px 20px;
  margin-block-end: 24px;
  & ul { padding-inline-start: 20px; list-style: disc; }
  & li { padding-block: 4px; }
  & ul + p { margin-block-start: 12px; }
  & a { color: var(--guichet-issue); font-weight: 600; }
}
& .gui-summary-title { font-size: 1.25rem; font-weight: 650; line-height: 1.3; margin: 0 0 8px; }
& .gui-save { font-size: 1rem; display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; }
& .gui-save .gui-hint { margin: 0; }
& .gui-save-sign {
  display: inline-block;
  inline-size: 0.5em;
  block-size: 0.85em;
  margin-inline: 0.25em 0.6em;
  border: solid var(--guichet-accent);
  border-width: 0 2px 2px 0;
  rotate: 45deg;
  translate: 0 -0.1em;
  visibility: hidden;
}
& .gui-save[data-state='saved'] .gui-save-sign { visibility: visible; }
& .gui-save:is([data-state='nowhere'], [data-state='nothing-yet'], [data-state='saving']) .gui-save-sign { display: none; }
& .gui-save-nowhere { display: grid; justify-items: start; gap: 8px; padding: 16px; background: var(--guichet-issue-soft); border-inline-start: 4px solid var(--guichet-issue); }
& .gui-other-ways { font-size: 1rem; }
& .gui-other-ways > summary { padding-block: 10px; cursor: pointer; inline-size: fit-content; }
& .gui-contact { display: grid; gap: 4px; padding-block: 8px; & dt { font-weight: 600; } & dd { margin-block-end: 8px; } }
& .gui-group, & .gui-piece { margin-block-end: 40px; }
& .gui-group > .gui-second { margin-block-start: 8px; }
& .gui-group-row {
  border: 2px solid var(--guichet-hair);
  border-radius: var(--guichet-radius);
  padding: 16px;
  margin-block: 16px;
}
& .gui-row-title { font-weight: 650; padding-inline: 8px; margin-inline-start: -8px; }
& .gui-row-acts { font-size: 1rem; }
`;
