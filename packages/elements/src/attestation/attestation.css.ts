const at = ':where(guichet-form, guichet-status, :host)';

/** Rules of the attestation view, on screen and on paper; part of the shared sheet, enough by itself in a print frame. */
export const attestationCss = `
${at} .gui-att {
  --att-ink: var(--guichet-ink, #16202b);
  --att-quiet: var(--guichet-quiet, #565b60);
  --att-line: var(--guichet-line, #8a8578);
  --att-accent: var(--guichet-accent, #0b5d4e);
  margin-block: 1.5rem;
}
${at} .gui-att-sheet {
  border: 2px solid var(--att-ink, #16202b);
  border-block-start-width: 8px;
  border-block-start-color: var(--att-accent, #0b5d4e);
  border-radius: 6px;
  background: var(--guichet-paper, #fff);
  color: var(--att-ink, #16202b);
  padding: 1.25rem;
  line-height: 1.5;
}
${at} .gui-att-title {
  margin: 0;
  font-size: 1.5rem;
  line-height: 1.2;
  font-weight: 650;
  text-wrap: balance;
}
${at} .gui-att-title[dir='rtl'] { line-height: 1.5; }
${at} .gui-att-reference {
  margin-block: 0.5rem 1rem;
  font-size: 1.25rem;
  font-weight: 600;
  letter-spacing: 0.04em;
  font-variant-numeric: tabular-nums;
}
${at} .gui-att-body { display: flow-root; }
${at} .gui-att-code { float: inline-end; inline-size: 18.5rem; margin: 0 0 1.5rem; margin-inline-start: 2rem; }
${at} .gui-att-words + .gui-att-words {
  margin-block-start: 1.25rem;
  padding-block-start: 1.25rem;
  border-block-start: 1px solid var(--att-line, #8a8578);
}
${at} .gui-att-words[dir='rtl'] { line-height: 1.75; }
${at} .gui-att-words p { margin: 0 0 0.75rem; max-inline-size: 66ch; }
${at} .gui-att-words .gui-att-heading { font-weight: 650; margin-block-start: 1rem; }
${at} .gui-att-words .gui-att-strong { font-weight: 650; }
${at} .gui-att-lines { margin: 0 0 1rem; }
${at} .gui-att-line {
  display: grid;
  grid-template-columns: minmax(8rem, 2fr) 3fr;
  gap: 0 1rem;
  padding-block: 0.375rem;
  border-block-end: 1px solid color-mix(in srgb, var(--att-line, #8a8578) 35%, transparent);
}
${at} .gui-att-line dt { color: var(--att-quiet, #565b60); }
${at} .gui-att-line dd {
  margin: 0;
  font-weight: 600;
  overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums;
}
${at} .gui-att-long dd { font-weight: 400; }
${at} .gui-att-qr {
  display: block;
  margin-inline: auto;
  inline-size: 100%;
  inline-size: round(down, 100%, var(--att-side, 1px));
  aspect-ratio: 1;
  background: #fff;
}
${at} .gui-att-qr-waiting { outline: 1px solid var(--att-line, #8a8578); }
${at} .gui-att-code figcaption > * { display: block; }
${at} .gui-att-check-label { margin-block-start: 0.5rem; color: var(--att-quiet, #565b60); }
${at} .gui-att-check {
  font-size: 1.375rem;
  font-weight: 650;
  letter-spacing: 0.06em;
  font-variant-numeric: tabular-nums;
  text-align: match-parent;
  direction: ltr;
}
${at} .gui-att-check-hint, ${at} .gui-att-verifier {
  font-size: 0.9375rem;
  color: var(--att-quiet, #565b60);
  overflow-wrap: anywhere;
}
${at} .gui-att-verifier { margin-block-start: 0.5rem; }
${at} .gui-att-actions { margin-block: 1rem; }
${at} .gui-att-text summary { cursor: pointer; padding-block: 0.75rem; }
${at} .gui-att-text code {
  display: block;
  overflow-wrap: anywhere;
  font-size: 0.875rem;
  padding: 0.75rem;
  background: var(--guichet-ground, #f5f3ee);
}
${at} .gui-att-phone {
  border: 0;
  padding: 1rem;
  inline-size: min(100vw, 34rem);
  max-inline-size: 100vw;
  max-block-size: 100vh;
  background: #fff;
  color: #000;
  text-align: center;
}
${at} .gui-att-phone::backdrop { background: rgb(0 0 0 / 0.8); }
${at} .gui-att-phone .gui-att-qr {
  inline-size: min(100%, 70vh);
  inline-size: round(down, min(100%, 70vh), var(--att-side, 1px));
  margin-inline: auto;
}
${at} .gui-att-phone .gui-att-check { text-align: center; margin-block: 0.5rem; }
${at} .gui-att-phone-title { margin-block: 0 0.5rem; font-weight: 650; }
${at} .gui-att-phone-reference { margin-block: 0 1rem; }
${at} .gui-att-phone .gui-second { color: #000; background: #fff; border-color: #000; }
${at} .gui-att-frame {
  position: fixed;
  inset-block-start: 0;
  inset-inline-start: 0;
  inline-size: 1px;
  block-size: 1px;
  border: 0;
  opacity: 0;
  pointer-events: none;
}
@media (max-width: 40rem) {
  ${at} .gui-att-sheet { padding: 1rem; }
  ${at} .gui-att-line { grid-template-columns: 1fr; }
  ${at} .gui-att-code { float: none; inline-size: 100%; margin: 0 0 1.5rem; }
}
@media print {
  ${at} .gui-att-text, ${at} .gui-att-actions { display: none; }
  ${at} .gui-att-sheet {
    --att-ink: #000;
    --att-quiet: #000;
    --att-line: #000;
    --att-accent: #000;
    font: 12pt / 1.4 system-ui, sans-serif;
    color: #000;
    background: #fff;
    border: 0;
    padding: 0;
  }
  ${at} .gui-att-title { font-size: 20pt; }
  ${at} .gui-att-reference { font-size: 16pt; }
  ${at} .gui-att-body { display: flow-root; }
  ${at} .gui-att-line { break-inside: avoid; grid-template-columns: 2fr 3fr; }
  ${at} .gui-att-heading { break-after: avoid; }
  ${at} .gui-att-code {
    float: inline-end;
    inline-size: 60mm;
    margin: 0 0 6mm;
    margin-inline-start: 8mm;
    break-inside: avoid;
  }
  ${at} .gui-att-qr { inline-size: 60mm; max-inline-size: none; print-color-adjust: exact; }
  ${at} .gui-att-check { font-size: 16pt; }
  ${at} .gui-att-check-hint, ${at} .gui-att-verifier { font-size: 10pt; }
}
`;
