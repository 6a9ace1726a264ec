/** Why something is asked or not. An entry of its own: a page that does not explain loads none of it. */
export { explain, type CitedSource, type Explanation } from './explain/explain.js';
export type { Reason } from './explain/reason.js';
export type { OtherAnswer } from './explain/would-change.js';
