export { connector } from './connector.js';
export { restoreDraft } from './restore-draft.js';
