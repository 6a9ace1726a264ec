import type { Pointer } from './condition.js';

/**
 * How drafts and dossiers of one version come to another (rules.md B10). Every state of the older
 * journey is in `journey`; a migration may only widen what the holder can do.
 */
export interface MigrationPlan {
  readonly from: string;
  readonly to: string;
  readonly answers: readonly AnswerMove[];
  /** Piece before → piece now, or null: kept as filed, asked no more. */
  readonly pieces?: Readonly<Record<string, string | null>>;
  /** State path before (`examination.waiting`) → state path now. */
  readonly journey: Readonly<Record<string, string>>;
  /** Clock before → clock now; those not named keep their name. Each keeps its `due`. */
  readonly clocks?: Readonly<Record<string, string>>;
  readonly source?: string;
}

/** One change of the answers' shape; pointers hold `*` for a row. What is not named stays where it is. */
export type AnswerMove =
  | { readonly move: Pointer; readonly to: Pointer }
  /** No longer asked: kept in the draft's past, shown as such under this key of `says`. */
  | { readonly drop: Pointer; readonly says: string }
  /** Old code → new code; a code that is not named is offered again for the person to choose. */
  | { readonly map: Pointer; readonly values: Readonly<Record<string, unknown>> };
