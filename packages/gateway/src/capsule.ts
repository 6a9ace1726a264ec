// Apart from the main entry: a page loads this when a draft is downloaded or brought back.
export { openCapsule, sealCapsule } from './capsule/capsule.js';
export type { CapsuleContent, OpenedCapsule } from './capsule/capsule.js';
export { restoreCapsule } from './capsule/restore-capsule.js';
