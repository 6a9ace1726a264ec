/** Paper: black on white, answers only, addresses readable. */
export const print = `
@media print {
  & .gui-root {
    --guichet-ink: #000;
    --guichet-quiet: #000;
    --guichet-accent: #000;
    --guichet-hair: #777;
    --guichet-paper: #fff;
    --guichet-ground: #fff;
    color: #000; background: #fff; max-inline-size: none; font-size: 12pt; }
  & .gui-print-only { display: block; margin-block-end: 12pt; }
  & .gui-screen-only, & .gui-notice, & .gui-line-act, & .gui-doubts, & .gui-row-acts { display: none; }
  & .gui-section { contain: none; break-inside: auto; margin-block-end: 16pt; }
  & .gui-line { grid-template-columns: 2fr 3fr; break-inside: avoid; & dd { grid-column: 2; } & dt { color: #000; } }
  & .gui-section-title { break-after: avoid; }
  & .gui-hint { color: #000; }
  & .gui-signature { min-block-size: 80pt; border: 1pt solid #000; padding: 6pt; }
}
`;
