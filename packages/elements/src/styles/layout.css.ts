/** The page: type, rhythm on an 8 px grid, one column. */
export const layout = `
& .gui-root {
  color: var(--guichet-ink);
  background: var(--guichet-paper);
  font-size: 1.125rem;
  line-height: var(--guichet-leading);
  font-variant-numeric: tabular-nums;
  overflow-wrap: break-word;
  hyphens: auto;
  hyphenate-limit-chars: 12 5 5;
  text-align: start;
  max-inline-size: 46rem;
  &[dir='rtl'] { --guichet-leading: 1.75; letter-spacing: 0; }
}
& .gui-root * { box-sizing: border-box; }
& :where(p, ul, ol, dl, dd) { margin: 0; }
& :where(p) { max-inline-size: var(--guichet-measure); }
& .gui-hidden {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  padding: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
  border: 0;
}
& .gui-head {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 8px 24px;
  padding-block-end: 8px;
  border-block-end: 1px solid var(--guichet-hair);
  margin-block-end: 16px;
}
& .gui-procedure { font-weight: 600; }
& .gui-languages { display: flex; flex-wrap: wrap; gap: 0 4px; margin-inline: -12px; }
& .gui-title {
  font-size: clamp(1.625rem, 1.35rem + 1.4vw, 2.125rem);
  font-weight: 650;
  line-height: 1.2;
  letter-spacing: -0.01em;
  margin: 0 0 16px;
  text-wrap: balance;
}
& .gui-root[dir='rtl'] .gui-title { line-height: 1.5; letter-spacing: 0; }
& .gui-print-only { display: none; }
& .gui-whole { white-space: nowrap; }
& :is(.gui-input, .gui-title, .gui-section-title, bdi, code, button) { hyphens: manual; }
& .gui-section-title {
  font-size: 1.375rem;
  font-weight: 650;
  line-height: 1.3;
  margin: 0 0 8px;
  text-wrap: balance;
}
& :is(.gui-title, .gui-section-title, .gui-summary-title):focus { outline: none; }
& .gui-lead { margin-block-end: 24px; }
& .gui-page { margin-block-start: 24px; }
& .gui-section { contain: layout style; margin-block-end: 40px; }
& .gui-section > .gui-section-title { margin-block-end: 16px; }
& .gui-questions:not(:has(> [data-pointer], > [data-group], > .gui-information)) { display: none; }
& .gui-field { margin-block: 0 32px; }
& .gui-field .gui-field { margin-block: 16px 0; }
& .gui-row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
& .gui-row { max-inline-size: none; }
& .gui-row > .gui-input { flex: 1 1 14rem; inline-size: auto; min-inline-size: 0; }
& .gui-actions {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 24px;
  margin-block: 32px 24px;
}
& .gui-foot { border-block-start: 1px solid var(--guichet-hair); padding-block: 16px; display: grid; gap: 16px; }
& .gui-progress { margin-block-end: 24px; font-size: 1rem; }
& .gui-bar {
  appearance: none;
  display: block;
  inline-size: 100%;
  block-size: 6px;
  border: 0;
  border-radius: 3px;
  background: var(--guichet-hair);
  overflow: hidden;
  &::-webkit-progress-bar { background: var(--guichet-hair); }
  &::-webkit-progress-value { background: var(--guichet-accent); transition: inline-size 160ms ease-out; }
  &::-moz-progress-bar { background: var(--guichet-accent); }
}
& .gui-steps > summary { padding-block: 10px; cursor: pointer; inline-size: fit-content; color: var(--guichet-quiet); }
& .gui-steps ol { list-style: decimal; padding-inline-start: 32px; display: grid; gap: 4px; padding-block: 4px 12px; }
& .gui-step-state { color: var(--guichet-quiet); margin-inline-start: 8px; font-size: 0.9375rem; }
& .gui-step[data-state='current'] { font-weight: 600; }
& .gui-step[data-state='later'] { color: var(--guichet-quiet); }
@media (min-width: 48rem) {
  & .gui-field { margin-block-end: 36px; }
}
@media (prefers-reduced-motion: reduce) {
  & :is(.gui-main, .gui-second), & .gui-bar::-webkit-progress-value { transition: none; }
}
`;
