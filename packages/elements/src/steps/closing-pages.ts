/** Pages that few meet first: task lists, pieces, review, and what follows filing; loaded while the first step is read. */
export { outcome } from '../filing/outcome.js';
export { restorePanel } from '../restore/restore-panel.js';
export { closingCss } from '../styles/closing.css.js';
export { whatChanged } from '../shell/what-changed.js';
export { otherProcedure } from './other-procedure.js';
export { piecesStep } from './pieces-step.js';
export { reviewStep } from './review-step.js';
export { tasksStep } from './tasks-step.js';
