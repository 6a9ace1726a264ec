import type { Draft } from '../draft.js';

/** What is made once with a draft and never changes. */
export type DraftIdentity = Pick<Draft, 'id' | 'key' | 'procedure' | 'startedAt'>;

/** A draft without an answer. */
export function freshDraft({ id, key, procedure, startedAt }: DraftIdentity): Draft {
  return {
    format: 1,
    id,
    key,
    procedure,
    startedAt,
    n: 0,
    answers: {},
    rows: {},
    marks: {},
    pieces: {},
    continued: [],
  };
}
