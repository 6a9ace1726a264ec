const at = ':where(guichet-status)';

/** Rules of the status page; the shared sheet holds the rest. */
export const statusCss = `
${at} .gui-st-now {
  margin-block: 16px 40px;
  padding: 24px 20px;
  border: 2px solid var(--guichet-hair);
  border-inline-start: 8px solid var(--guichet-accent);
  border-radius: var(--guichet-radius);
}
${at} .gui-st-turn {
  display: inline-block;
  margin-block-end: 12px;
  padding: 4px 12px;
  font-weight: 650;
  color: var(--guichet-accent);
  border: 2px solid currentColor;
  border-radius: 999px;
}
${at} .gui-st-now[data-turn='holder'] {
  background: var(--guichet-accent-soft);
  border-color: var(--guichet-accent);
}
${at} .gui-st-now[data-turn='holder'] .gui-st-turn {
  font-size: 1.375rem;
  padding: 8px 20px;
  color: var(--guichet-on-accent);
  background: var(--guichet-accent);
  border-color: var(--guichet-accent);
}
${at} .gui-st-now[data-turn='nobody'] { border-inline-start-color: var(--guichet-line); }
${at} .gui-st-now[data-turn='nobody'] .gui-st-turn { color: var(--guichet-quiet); }
${at} .gui-st-label {
  margin: 0 0 8px;
  font-size: clamp(1.5rem, 1.3rem + 1vw, 1.875rem);
  font-weight: 650;
  line-height: 1.2;
  text-wrap: balance;
}
${at} .gui-st-label:focus { outline: none; }
${at} [dir='rtl'] .gui-st-label { line-height: 1.5; }
${at} .gui-st-since { margin-block-start: 8px; color: var(--guichet-quiet); }
${at} .gui-st-due {
  margin-block-start: 20px;
  padding-block-start: 16px;
  border-block-start: 1px solid var(--guichet-hair);
}
${at} .gui-st-now[data-turn='holder'] .gui-st-due { border-block-start-color: var(--guichet-line); }
${at} .gui-st-due-day { font-size: 1.25rem; font-weight: 650; }
${at} .gui-st-due-left { font-weight: 600; }
${at} .gui-st-facts { margin-block: 16px 0; padding-inline-start: 20px; display: grid; gap: 4px; }
${at} .gui-st-acts { list-style: none; padding: 0; display: grid; gap: 12px; justify-items: start; }
${at} .gui-st-acts > li { inline-size: 100%; }
${at} .gui-st-panel {
  margin-block: 12px 8px;
  padding-inline-start: 20px;
  border-inline-start: 4px solid var(--guichet-line);
}
${at} .gui-st-panel .gui-field { margin-block: 16px; }
${at} .gui-st-ask { font-weight: 600; }
${at} .gui-st-appeals { padding-inline-start: 20px; display: grid; gap: 16px; margin-block: 12px; }
${at} .gui-st-done { margin-block-start: 8px; font-weight: 600; color: var(--guichet-accent); }
${at} .gui-st-proposals { margin-block-end: 40px; padding-inline-start: 20px; }
${at} .gui-st-attestations { list-style: none; padding: 0; }
${at} .gui-st-attestation {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 8px 24px;
  padding-block: 16px;
  border-block-start: 1px solid var(--guichet-hair);
}
${at} .gui-st-attestation > div { flex: 1 1 18rem; }
${at} .gui-st-what { font-weight: 600; }
${at} .gui-st-when { color: var(--guichet-quiet); font-size: 1rem; }
${at} .gui-st-note { font-size: 1rem; max-inline-size: 60ch; }
${at} .gui-st-line { list-style: none; margin: 0; padding: 0; }
${at} .gui-st-event {
  position: relative;
  padding-inline-start: 36px;
  padding-block-end: 24px;
}
${at} .gui-st-event::before {
  content: '';
  position: absolute;
  inset-block: 12px -12px;
  inset-inline-start: 9px;
  border-inline-start: 3px solid var(--guichet-accent);
}
${at} .gui-st-event::after {
  content: '';
  position: absolute;
  inset-block-start: 5px;
  inset-inline-start: 1px;
  inline-size: 19px;
  block-size: 19px;
  border: 3px solid var(--guichet-accent);
  border-radius: 50%;
  background: var(--guichet-accent);
}
${at} .gui-st-next::after { background: var(--guichet-paper); border-style: dashed; }
${at} .gui-st-next::before,
${at} .gui-st-event:has(+ .gui-st-next)::before { border-inline-start-style: dashed; border-color: var(--guichet-line); }
${at} .gui-st-next::after { border-color: var(--guichet-line); }
${at} .gui-st-event:last-child::before { display: none; }
${at} .gui-st-event:last-child { padding-block-end: 0; }
@media (max-width: 30rem) {
  ${at} .gui-st-acts button, ${at} .gui-st-attestation button { inline-size: 100%; }
  ${at} .gui-st-now { padding: 20px 16px; }
}
@media print {
  ${at} .gui-st-now, ${at} .gui-st-turn { border-color: #000; background: none; color: #000; }
  ${at} .gui-st-event { break-inside: avoid; }
  ${at} .gui-st-when { color: #000; }
  ${at} .gui-other-ways::details-content { content-visibility: visible; block-size: auto; }
}
`;
