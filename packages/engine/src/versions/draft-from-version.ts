import type { FormPlan } from '@guichet/procedure';
import type { Draft, Version } from '../draft.js';
import { freshDraft, type DraftIdentity } from '../draft/fresh-draft.js';
import { contentOfVersion } from './content-of-version.js';

/** A draft that holds a version's answers, to be amended. Answers that the plan does not know are left out. */
export function draftFromVersion(plan: FormPlan, version: Version, identity: DraftIdentity): Draft {
  const { answers, rows, marks, pieces } = contentOfVersion(plan, version);
  return {
    ...freshDraft(identity),
    answers: Object.fromEntries(answers),
    rows: Object.fromEntries(rows),
    marks: Object.fromEntries(marks),
    pieces: Object.fromEntries(pieces),
  };
}
