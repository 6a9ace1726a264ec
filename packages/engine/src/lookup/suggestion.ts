/** One entry of a list, as it is offered beside a field. */
export interface Suggestion {
  readonly label: string;
  /** Fills in what the entry answers, in one act; answers what became different. */
  fill(): ReadonlySet<string>;
}
