/**
 * Answers over time: change sets turned round, put together, exported, said in words; drafts and versions merged.
 * An entry of its own: a page that only shows and answers a form loads none of it.
 */
export type { Conflict, Said } from './merge/conflict.js';
export { mergeChanges, type MergedChanges } from './merge/merge-changes.js';
export { mergeDrafts, type MergedDrafts } from './merge/merge-drafts.js';
export { applyChanges } from './versions/apply-changes.js';
export { checkChanges } from './versions/check-changes.js';
export { composeChanges } from './versions/compose-changes.js';
export { differenceOf } from './versions/difference-of.js';
export { invertChanges } from './versions/invert-changes.js';
export { toJsonPatch, type JsonPatchOperation } from './versions/to-json-patch.js';
export { summariseChanges, type ChangeSentence } from './versions/summarise-changes.js';
