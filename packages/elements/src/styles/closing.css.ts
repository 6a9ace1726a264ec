/** Pieces, review and what follows filing. */
export const closingCss = `
& .gui-news { padding-inline-start: 20px; margin-block: 4px 12px; list-style: disc; }
& .gui-tasks-count { margin-block-end: 16px; display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; }
& .gui-tasks { list-style: none; padding: 0; border-block-start: 1px solid var(--guichet-hair); }
& .gui-task {
  position: relative;
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: 0 24px;
  align-items: baseline;
  padding: 14px 8px;
  border-block-end: 1px solid var(--guichet-hair);
  &:has(> a:hover) { background: var(--guichet-ground); }
}
& a.gui-task-title {
  font-weight: 600;
  color: var(--guichet-accent);
  &:hover { color: var(--guichet-accent-strong); }
  &::after { content: ''; position: absolute; inset: 0; }
}
& span.gui-task-title { color: var(--guichet-quiet); }
& .gui-task-state { color: var(--guichet-ink); text-align: end; font-size: 1rem; }
& .gui-task:is([data-state='not-needed'], [data-state='cannot-start']) .gui-task-state { color: var(--guichet-quiet); }
& .gui-task[data-state='done'] .gui-task-state::before { content: '✓ ' / ''; color: var(--guichet-accent); font-weight: 700; }
& .gui-task[data-state='not-started'] .gui-task-state { font-weight: 600; }
& .gui-task-why { grid-column: 1 / -1; }
@media (max-width: 30rem) {
  & .gui-task { grid-template-columns: minmax(0, 1fr); gap: 4px; }
  & .gui-task-state { text-align: start; }
}
& .gui-other { margin-block: 24px 0; display: grid; gap: 16px; }
& .gui-drop {
  position: relative;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  max-inline-size: 32rem;
  padding: 16px;
  border: 2px dashed var(--guichet-line);
  border-radius: var(--guichet-radius);
  &:hover { border-color: var(--guichet-accent); }
}
& .gui-file {
  position: absolute;
  inset: 0;
  inline-size: 100%;
  block-size: 100%;
  opacity: 0;
  cursor: pointer;
}
& .gui-restore-file {
  max-inline-size: 100%;
  min-block-size: 44px;
  font: inherit;
  &::file-selector-button { min-block-size: 44px; padding-inline: 16px; font: inherit; }
}
& .gui-piece { contain: layout style; padding-block-end: 32px; border-block-end: 1px solid var(--guichet-hair); }
& .gui-piece-need { font-weight: 600; color: var(--guichet-quiet); font-size: 1rem; }
& .gui-piece > * + * { margin-block-start: 12px; }
& .gui-files { list-style: none; padding: 0; display: grid; gap: 8px; }
& .gui-file-line {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 16px;
  padding: 8px 16px;
  background: var(--guichet-ground);
  border-radius: var(--guichet-radius);
  & .gui-bar { flex: 1 0 100%; margin-block: 8px; }
  & > .gui-row { margin-inline-start: auto; }
}
& .gui-thumbnail { inline-size: 56px; block-size: 56px; border-radius: 4px; border: 1px solid var(--guichet-hair); }
& .gui-file-name { font-weight: 600; overflow-wrap: anywhere; }
& :is(.gui-file-size, .gui-file-state) { color: var(--guichet-quiet); font-size: 1rem; }
& .gui-file-line[data-state='stored'] .gui-file-state { color: var(--guichet-accent); font-weight: 600; }
& .gui-file-line[data-state='refused'] .gui-file-state { color: var(--guichet-issue); font-weight: 600; }
& .gui-replace { position: relative; }
& .gui-replace label { display: inline-block; }
& .gui-replace :focus-visible + label { outline: 3px solid var(--guichet-focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--guichet-ink); }
& .gui-recap { display: block; }
& .gui-line {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: 0 24px;
  padding-block: 12px;
  border-block-end: 1px solid var(--guichet-hair);
  & dt { color: var(--guichet-quiet); grid-column: 1; font-size: 1rem; }
  & dd { grid-column: 1; }
  & .gui-line-act { grid-column: 2; grid-row: 1 / span 2; align-self: center; }
}
& .gui-answer { overflow-wrap: anywhere; }
& .gui-answer bdi { white-space: pre-line; }
& .gui-line-row { display: block; font-weight: 650; color: var(--guichet-ink); }
& .gui-line-missing .gui-answer { color: var(--guichet-quiet); font-style: italic; }
& .gui-root[dir='rtl'] .gui-line-missing .gui-answer { font-style: normal; }
& .gui-line :is(ins, del) { display: block; }
& .gui-line del { color: var(--guichet-quiet); }
& .gui-line ins { text-decoration: none; font-weight: 600; }
& .gui-recap + .gui-field { margin-block-start: 24px; }
& .gui-fees { list-style: none; padding: 0; display: grid; gap: 8px; margin-block-end: 8px; }
& .gui-to-complete {
  padding: 16px 20px;
  margin-block-end: 32px;
  border: 2px solid var(--guichet-focus);
  border-radius: var(--guichet-radius);
  & ul { list-style: none; padding: 0; margin-block: 8px 16px; }
  & .gui-field { margin-block-end: 0; }
}
& .gui-file-actions { margin-block: 32px 16px; }
& .gui-warning > * + * { margin-block-start: 12px; }
& .gui-outcome .gui-section > p + p { margin-block-start: 8px; }
& .gui-outcome { margin-block-start: 24px; }
& .gui-outcome > * { margin-block-end: 24px; }
@media (min-width: 48rem) {
  & .gui-line {
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) auto;
    align-items: baseline;
    & dt { font-size: inherit; }
    & dd { grid-column: 2; }
    & .gui-line-act { grid-column: 3; grid-row: 1; align-self: baseline; }
    & .gui-line-act .gui-link { margin-block: -8px; }
  }
}
`;
