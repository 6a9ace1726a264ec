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
  & .gui-page:has(.gui-print-only) > .gui-title { display: none; }
  & .gui-print-title { font-size: 20pt; font-weight: 650; line-height: 1.2; }
  & .gui-line { grid-template-columns: 2fr 3fr; padding-block: 4pt; break-inside: avoid; & dd { grid-column: 2; } & dt { color: #000; } }
  & .gui-section-title { break-after: avoid; }
  & .gui-hint { color: #000; }
  & .gui-contact, & .gui-fees > li { break-inside: avoid; }
  & .gui-signature { break-inside: avoid; min-block-size: 80pt; border: 1pt solid #000; padding: 6pt; }
}
`;
