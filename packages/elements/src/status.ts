/** Apart from `.`, for hosts that define the element themselves; what it draws is loaded when one is in a page. */
export { GuichetStatus } from './status/guichet-status.js';
