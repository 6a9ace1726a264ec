import type { Pointer } from '@guichet/procedure';
import type { Mark } from '../draft.js';
import type { TaskView } from '../session/views.js';
import type { DossierStep } from '../dossier/testing/dossier-case.js';
import { readWithUses } from './resolve-uses.js';

/** One thing a person does in a case. */
export type CaseAct =
  | 'NEXT'
  | 'BACK'
  | 'file'
  | 'prepare'
  | { readonly answer: Readonly<Record<Pointer, unknown>> }
  | { readonly mark: Readonly<Record<Pointer, Omit<Mark, 'at'> | null>> }
  | { readonly pieces: Readonly<Record<string, CasePiece>> }
  | { readonly removeRow: Readonly<Record<Pointer, number>> }
  /** Group → a CSV table, as text. */
  | { readonly import: Readonly<Record<Pointer, string>> }
  | { readonly goTo: string }
  | { readonly fileOn: string | null };

/** What is given for a piece: names of files, or why there is none. */
export type CasePiece =
  /** `datedOn`: the day that the person reads on the paper, whole or in part. */
  | { readonly files: readonly string[]; readonly kind?: string; readonly datedOn?: string }
  | { readonly is: 'missing' | 'awaited'; readonly why?: string; readonly from?: string };

/** What must be true at the end of `do`; what is not written is not looked at. */
export interface CaseExpectation {
  /** Page shown. */
  readonly step?: string;
  readonly events?: readonly string[];
  /** Pointers (rows as `*`) of what is wrong; missing answers are in `toComplete`. */
  readonly issues?: readonly Pointer[];
  readonly toComplete?: readonly Pointer[];
  /** Pieces asked for certain, in the procedure's order. */
  readonly pieces?: readonly string[];
  /** Pieces that may be asked. */
  readonly mayBeAsked?: readonly string[];
  readonly complete?: boolean | 'unknown';
  readonly inWindow?: boolean | 'unknown';
  /** Cents that are certain. */
  readonly fee?: number;
  readonly exits?: readonly string[];
  /** Answers that the exit shown lets go along. */
  readonly carried?: Readonly<Record<Pointer, unknown>>;
  /** Task of the list shown → where it stands. */
  readonly tasks?: Readonly<Record<string, TaskView['state']>>;
  /** Parties that are asked. */
  readonly parties?: readonly string[];
  /** What they have not given: pointers (rows as `*`) and pieces, each `what from whom`. */
  readonly awaited?: readonly string[];
  /** Pieces whose paper is known to be too old. */
  readonly stale?: readonly string[];
  /** Names of the links to dossiers that are offered for certain, one for each row. */
  readonly links?: readonly string[];
  readonly advice?: readonly string[];
  readonly scheduled?: string;
  readonly attested?: readonly string[];
  /** Pointer (rows by their place, from 0) → answer, computed or given; null: none. */
  readonly values?: Readonly<Record<Pointer, unknown>>;
  /** Group → stretches that its rows leave out: `first to last`, or one day. */
  readonly gaps?: Readonly<Record<Pointer, readonly string[]>>;
}

/** A file of `schemas/<id>/cases/`, its `$use`s filled in. */
export interface ProcedureCase {
  readonly title: string;
  /** ISO instant. */
  readonly clock: string;
  readonly show?: boolean;
  readonly profile?: 'administration' | 'third-party';
  readonly do: readonly CaseAct[];
  readonly expect: CaseExpectation;
  readonly then?: readonly DossierStep[];
}

/** Reads a case from files in memory: `path` is below `schemas`, as `student-permit-renewal/cases/late.json`. */
export function readCase(files: Readonly<Record<string, string>>, path: string): ProcedureCase {
  return readWithUses(files, path) as ProcedureCase;
}
