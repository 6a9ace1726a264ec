/** Colours, measures and type, as custom properties that a host may set on the element or above it. */
export const tokens = `
display: block;
--guichet-ink: #16202b;
--guichet-quiet: #56524a;
--guichet-paper: #ffffff;
--guichet-ground: #f5f3ee;
--guichet-line: #8a8578;
--guichet-hair: #dcd8ce;
--guichet-accent: #0b5d4e;
--guichet-accent-strong: #07443a;
--guichet-accent-soft: #e4f0ec;
--guichet-on-accent: #ffffff;
--guichet-focus: #f2b134;
--guichet-issue: #a3232b;
--guichet-issue-soft: #fbeeee;
--guichet-radius: 6px;
--guichet-leading: 1.5;
--guichet-measure: 66ch;
@supports (color: light-dark(#000, #fff)) {
  & {
    --guichet-ink: light-dark(#16202b, #ece8df);
    --guichet-quiet: light-dark(#56524a, #b5b0a4);
    --guichet-paper: light-dark(#ffffff, #141a20);
    --guichet-ground: light-dark(#f5f3ee, #1e262d);
    --guichet-line: light-dark(#8a8578, #8f897c);
    --guichet-hair: light-dark(#dcd8ce, #39424a);
    --guichet-accent: light-dark(#0b5d4e, #6fcab4);
    --guichet-accent-strong: light-dark(#07443a, #96dbca);
    --guichet-accent-soft: light-dark(#e4f0ec, #17312c);
    --guichet-on-accent: light-dark(#ffffff, #08211b);
    --guichet-issue: light-dark(#a3232b, #ff9d97);
    --guichet-issue-soft: light-dark(#fbeeee, #36201f);
  }
}
`;
