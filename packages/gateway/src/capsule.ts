// Apart from the main entry: a page loads this when a draft is downloaded or brought back.
export { openCapsule, procedureOfCapsule, sealCapsule } from './capsule/capsule.js';
export type { CapsuleContent, OpenedCapsule, WhyClosed } from './capsule/capsule.js';
export { restoreCapsule } from './capsule/restore-capsule.js';
