/** Apart from `.`: whoever fills in a form must not load what follows filing; `registerGuichet` fetches it when it is shown. */
export { GuichetStatus } from './status/guichet-status.js';
