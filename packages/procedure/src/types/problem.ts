/** One finding about a procedure folder; returned, never thrown. Lines and columns start at 1. */
export interface Problem {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What happens to a person because of it. */
  readonly message: string;
  readonly fix: string;
}

/** A procedure folder in memory: path relative to the `schemas` folder → text (`student-permit-renewal/flow.json`, `shared/home.schema.json`). */
export interface ProcedureFiles {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}
