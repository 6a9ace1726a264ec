/** What the engine's measures run, bundled for Node from sources. */
export { freshDraft, judge, openSession, versionOf } from '@guichet/engine';
export { differenceOf, mergeDrafts } from '@guichet/engine/changes';
export { foldDossier, handleCommand } from '@guichet/engine/dossier';
export { benchFiles, benchProcedure, compiled, rowsProcedure } from './procedure.js';
export { openGuichet } from '../contenders/engine-guichet.js';
export { openNaive } from '../contenders/engine-naive.js';
export { longLog } from './long-log.js';
export { heapOf } from './heap-of.js';
export { days, draftOf } from './ports.js';
