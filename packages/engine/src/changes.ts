/**
 * Answers over time: change sets turned round, put together, exported, said in words; drafts and versions merged.
 * An entry of its own: a page that only shows and answers a form loads none of it.
 */
export { applyChanges } from './versions/apply-changes.js';
export { composeChanges } from './versions/compose-changes.js';
export { differenceOf } from './versions/difference-of.js';
export { invertChanges } from './versions/invert-changes.js';
export { toJsonPatch, type JsonPatchOperation } from './versions/to-json-patch.js';
