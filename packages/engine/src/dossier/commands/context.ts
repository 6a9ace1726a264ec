import type { Operator } from '@guichet/procedure';
import type { ChangeSet, Version } from '../../draft.js';
import type { Judgement } from '../../judgement.js';
import type { Author, EventBody, EventType } from '../events.js';
import type { DossierState } from '../state.js';
import type { Refusal } from './command.js';
import type { Plan } from '@guichet/procedure';

/** What a command is decided with: the operator's time and profile, who asks, and what the rules say of the answers. */
export interface CommandContext {
  readonly now: Date;
  readonly zone: string;
  readonly profile: Operator['profile'];
  readonly by: Author;
  /** ISO instant at which the draft was begun, where it is known: nothing of it happened before. */
  readonly begunAt?: string;
  /** Of the version being filed, transmitted, amended or supplied; at `effectiveAt` for a transmission. */
  readonly judgement?: Judgement;
  /** Of an amendment or of pieces supplied. */
  readonly difference?: ChangeSet;
  /** Answers in force: of a prolongation. */
  readonly version?: Version;
  /** Of a migration: the plan come to, and the answers in force. */
  readonly newer?: { readonly plan: Plan; readonly version: Version };
  /** Language and words the person saw. */
  readonly lang?: string;
  readonly textsHash?: string;
}

/** An event without what `handleCommand` adds: sequence, times, author, clocks. */
export interface EventDraft {
  readonly type: EventType;
  readonly effectiveAt?: string;
  readonly body: EventBody;
}

/** What a command's file decides: the events to append, in order, or why not. */
export type Decision = readonly EventDraft[] | Refusal;

/** All that a command's file may read: the plan, the state after clocks due, and the context. */
export interface Desk {
  readonly plan: Plan;
  readonly state: DossierState;
  readonly context: CommandContext;
}
