/** A format: how a typed text is brought to its written form, and whether that form holds. */
export interface Format {
  readonly name: string;
  /** Longest written form: the bound that a string needs (design.md §4.1). */
  readonly maxLength: number;
  /** Read off a paper: a wrong one may stop a filing (R13). */
  readonly offPaper: boolean;
  /** The written form of what was typed. */
  readonly normalise: (text: string) => string;
  readonly test: (written: string) => boolean;
}
