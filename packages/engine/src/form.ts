export { foldDraft } from './draft/fold-draft.js';
export { freshDraft, type DraftIdentity } from './draft/fresh-draft.js';
export { openForm } from './session/open-form.js';
export type { SessionOptions } from './session/session-options.js';
export type { FormSession } from './session/views.js';
export { formatMessage, type MessageParams } from './texts/format-message.js';
