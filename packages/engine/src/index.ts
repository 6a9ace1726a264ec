export type * from './draft.js';
export type * from './judgement.js';
export type * from './ports.js';
export type * from './session/views.js';
export type * from './dossier/events.js';
export type * from './dossier/view.js';
