/** A right that `check` does not hold a procedure to yet. */
export interface UncheckedRule {
  readonly rule: string;
  /** What a procedure must do: one sentence, so that its author can look for it. */
  readonly title: string;
}

/** Rights rules of design.md §5 that `check` does not hold a procedure to yet: said, never passed over in silence. */
export const rulesNotChecked: readonly UncheckedRule[] = [
  { rule: 'R3', title: 'From every state a decision can be reached by what the service or a clock alone causes.' },
  { rule: 'R4', title: 'Paper and a counter are offered beside online.' },
  { rule: 'R5', title: 'Lawyers and associations can hold a mandate.' },
  { rule: 'R6', title: 'Every state that waits has a clock, says whose turn it is, and what silence means.' },
  { rule: 'R8', title: 'Each required question can be answered "I do not know", or says why not with a source.' },
  { rule: 'R10', title: 'Nothing is closed for silence without proof of delivery, a delay and a way to reopen.' },
  { rule: 'R11', title: 'Every declared language is complete, and the plain one was reviewed.' },
  { rule: 'R14', title: 'Purpose and legal basis are shown before the first answer, and proofs outlive every appeal.' },
];
