/** Rights rules of design.md §5 that `check` does not hold a procedure to yet: said, never passed over in silence. */
export const rulesNotChecked: readonly string[] = [
  'R3',
  'R4',
  'R5',
  'R6',
  'R8',
  'R10',
  'R11',
  'R14',
];
