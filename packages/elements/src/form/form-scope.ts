import type { Session } from '@guichet/engine';
import type { OtherProcedure } from '../connect.js';
import type { Filing } from '../filing/filing.js';
import type { Scope } from './scope.js';

/** What the pages around filing need besides. */
export interface FormScope extends Scope {
  readonly filing: Filing;
  /** Opens a fresh draft beside this one, where the host can. */
  readonly startAnother: (() => void) | undefined;
  /** Opens the draft of a downloaded file, where the host can; answers why it could not. */
  readonly restore: ((file: Blob, code: string) => Promise<string | undefined>) | undefined;
  /** Opens the other procedure of an exit, where the host can. Rejects when it cannot be opened. */
  readonly openOther: ((other: OtherProcedure) => Promise<void>) | undefined;
  /** Address of the page that shows the filed dossier; empty where the host has none. */
  readonly follow: string;
}

/** A scope whose session is whole: what pieces, the review and filing are drawn with. */
export interface ClosingScope extends FormScope {
  readonly session: Session;
}
