/** Questions and what answers them: visible edges, large targets, no shadows. */
export const controls = `
& .gui-label { display: block; font-weight: 600; padding: 0; margin-block-end: 4px; max-inline-size: var(--guichet-measure); }
& .gui-optional { font-weight: 400; color: var(--guichet-quiet); }
& .gui-new { font-size: 1rem; font-weight: 600; padding-inline: 8px; border: 2px solid var(--guichet-accent); border-radius: var(--guichet-radius); }
& .gui-hint { color: var(--guichet-quiet); margin-block-end: 8px; }
& small.gui-hint { display: block; font-size: 0.9375rem; }
& .gui-issue { color: var(--guichet-issue); font-weight: 600; margin-block-end: 8px; }
& .gui-field-wrong { border-inline-start: 4px solid var(--guichet-issue); padding-inline-start: 16px; }
& .gui-fieldset { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
& .gui-input {
  display: block;
  inline-size: 100%;
  max-inline-size: 32rem;
  min-block-size: 48px;
  padding: 8px 12px;
  font: inherit;
  color: inherit;
  background: var(--guichet-paper);
  border: 2px solid var(--guichet-line);
  border-radius: var(--guichet-radius);
  &[aria-invalid='true'] { border-color: var(--guichet-issue); }
  &:disabled { background: var(--guichet-ground); color: var(--guichet-quiet); }
}
& .gui-root[dir='rtl'] .gui-input { text-align: right; }
& .gui-computed { display: block; }
& .gui-computed:not(.gui-hint) { font-weight: 600; }
& .gui-select { inline-size: auto; min-inline-size: min(100%, 20rem); max-inline-size: 100%; }
& .gui-medium { max-inline-size: 20rem; }
& .gui-short { max-inline-size: 9rem; }
& .gui-code { letter-spacing: 0.04em; }
& .gui-with-unit { display: flex; align-items: center; gap: 12px; }
& .gui-day { display: flex; flex-wrap: wrap; gap: 8px 16px; }
& .gui-part-label { display: block; }
& :is(.gui-part-day, .gui-part-month) { inline-size: 4.5rem; }
& .gui-part-year { inline-size: 6.5rem; }
& .gui-options { display: grid; gap: 8px; margin-block-start: 8px; }
& .gui-option {
  position: relative;
  display: flex;
  align-items: flex-start;
  gap: 12px;
  max-inline-size: 40rem;
}
& .gui-option-label {
  flex: 1;
  padding-block: 10px;
  cursor: pointer;
}
& .gui-radio, & .gui-checkbox {
  appearance: none;
  flex: none;
  inline-size: 28px;
  block-size: 28px;
  margin: 10px 0 0;
  background: var(--guichet-paper);
  border: 2px solid var(--guichet-line);
  border-radius: 50%;
  cursor: pointer;
  display: grid;
  place-content: center;
  &::before { content: ''; box-sizing: border-box; inline-size: 14px; block-size: 14px; border-radius: 50%; }
  &:checked { border-color: var(--guichet-accent); }
  &:checked::before { background: var(--guichet-accent); }
}
& .gui-checkbox {
  border-radius: 4px;
  &::before { inline-size: 8px; block-size: 14px; border-radius: 0; rotate: 45deg; translate: 0 -2px; }
  &:checked { background: var(--guichet-accent); }
  &:checked::before { background: none; border: solid var(--guichet-on-accent); border-width: 0 3px 3px 0; }
}
& .gui-main, & .gui-second {
  display: inline-block;
  min-block-size: 48px;
  padding: 10px 24px;
  font: inherit;
  font-weight: 600;
  line-height: 1.4;
  text-align: center;
  border: 2px solid var(--guichet-accent);
  border-radius: var(--guichet-radius);
  cursor: pointer;
  &:hover { transition: background-color 120ms; }
}
& .gui-main {
  background: var(--guichet-accent);
  color: var(--guichet-on-accent);
  padding-inline: 32px;
  &:hover { background: var(--guichet-accent-strong); border-color: var(--guichet-accent-strong); }
  &[aria-disabled='true'] { background: var(--guichet-ground); color: var(--guichet-quiet); border-color: var(--guichet-line); cursor: default; }
}
& .gui-second {
  background: var(--guichet-paper);
  color: var(--guichet-accent);
  padding-inline: 16px;
  &:hover { background: var(--guichet-accent-soft); }
}
& .gui-link, & .gui-language {
  min-block-size: 44px;
  padding: 8px 0;
  font: inherit;
  text-align: start;
  color: var(--guichet-accent);
  background: none;
  border: 0;
  text-decoration: underline;
  text-decoration-thickness: 1px;
  text-underline-offset: 4px;
  cursor: pointer;
  &:hover { color: var(--guichet-accent-strong); text-decoration-thickness: 3px; }
}
& .gui-language {
  padding: 8px 12px;
  text-decoration: none;
  &[aria-pressed='true'] { color: inherit; font-weight: 600; box-shadow: inset 0 -3px var(--guichet-accent); }
}
& .gui-root a:is(.gui-main, .gui-second) { text-decoration: none; }
& .gui-root a:not(.gui-main) { color: var(--guichet-accent); text-underline-offset: 4px; }
& .gui-doubts { display: flex; flex-wrap: wrap; gap: 0 24px; margin-block-start: 4px; font-size: 1rem; }
& .gui-disclose {
  color: var(--guichet-quiet);
  text-decoration-color: var(--guichet-line);
  text-decoration-style: dotted;
  &[aria-expanded='true'] { text-decoration-style: solid; color: var(--guichet-ink); }
}
& .gui-disclosed {
  flex: 1 0 100%;
  padding-block: 4px 8px;
  padding-inline-start: 16px;
  border-inline-start: 4px solid var(--guichet-hair);
  margin-block-end: 8px;
  font-size: 1.0625rem;
  & > p + .gui-field { margin-block-start: 16px; }
  & .gui-field:last-child { margin-block-end: 0; }
}
@media (max-width: 30rem) {
  & :is(.gui-main, .gui-actions .gui-second, .gui-after .gui-second, .gui-att-actions .gui-second, .gui-foot .gui-row .gui-second) { inline-size: 100%; }
}
`;
