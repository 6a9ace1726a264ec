/** Rights rules of design.md §5 about what is filed: they have nothing to hold in a guide, and `check` says so. */
export const rulesNotForGuides: readonly string[] = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R9',
  'R10',
  'R14',
];
