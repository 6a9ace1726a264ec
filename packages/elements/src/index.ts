export type * from './connect.js';
export type { GuichetEvents } from './events.js';
export { GuichetForm } from './guichet-form.js';
export { registerGuichet } from './register-guichet.js';
export type { GuichetStatus } from './status/guichet-status.js';
