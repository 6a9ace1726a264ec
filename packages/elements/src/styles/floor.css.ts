/** What no host page may take away: focus, edges, labels, targets. Each declaration is `!important`. */
export const floor = `
& .gui-root :is(a, button, input, select, textarea, summary, [tabindex='0']):focus-visible {
  outline: 3px solid var(--guichet-focus) !important;
  outline-offset: 2px !important;
  box-shadow: 0 0 0 2px var(--guichet-ink) !important;
}
& .gui-root .gui-drop:focus-within {
  outline: 3px solid var(--guichet-focus) !important;
  outline-offset: 2px !important;
  box-shadow: 0 0 0 2px var(--guichet-ink) !important;
}
& .gui-root :is(.gui-summary, .gui-row-title, .gui-file-line, p[tabindex]):focus {
  outline: 3px solid var(--guichet-focus) !important;
  outline-offset: 2px !important;
}
& .gui-root :is(.gui-input, .gui-radio, .gui-checkbox) { border-style: solid !important; border-width: 2px !important; }
& .gui-root :is(.gui-input, .gui-main, .gui-second) { min-block-size: 48px !important; opacity: 1 !important; }
& .gui-root :is(.gui-radio, .gui-checkbox) {
  position: static !important;
  inline-size: 28px !important;
  block-size: 28px !important;
  opacity: 1 !important;
  visibility: visible !important;
}
& .gui-root :is(.gui-label, .gui-option-label, .gui-part-label, .gui-hint, .gui-issue) {
  display: block !important;
  visibility: visible !important;
  position: static !important;
}
& .gui-root .gui-input { border-color: var(--guichet-line) !important; }
& .gui-root .gui-input[aria-invalid='true'] { border-color: var(--guichet-issue) !important; }
& .gui-root :is(.gui-link, .gui-language, .gui-disclose) { min-block-size: 44px !important; }
@media (forced-colors: active) {
  & .gui-root :is(a, button, input, select, textarea, summary):focus-visible { outline-color: Highlight !important; }
  & .gui-root .gui-radio:checked::before { background: Highlight !important; forced-color-adjust: none; }
  & .gui-root .gui-checkbox:checked { background: Highlight !important; forced-color-adjust: none; }
  & .gui-root .gui-bar { border: 1px solid CanvasText !important; forced-color-adjust: none; }
  & .gui-root .gui-bar::-webkit-progress-bar { background: Canvas !important; }
  & .gui-root .gui-bar::-webkit-progress-value { background: Highlight !important; }
  & .gui-root .gui-bar::-moz-progress-bar { background: Highlight !important; }
}
`;
