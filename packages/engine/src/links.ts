export type { CarriedAnswers } from './links/carried-answers.js';
export { draftFromLink } from './links/draft-from-link.js';
export { linkedDrafts, type LinkedDraft } from './links/linked-drafts.js';
