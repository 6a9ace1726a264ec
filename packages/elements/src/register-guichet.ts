import type { Connector } from './connect.js';
import { plug } from './connector.js';
import { GuichetForm } from './guichet-form.js';
import { GuichetStatus } from './status/guichet-status.js';

/**
 * Defines `<guichet-form>` and `<guichet-status>`, once a page, and says where their sessions come from.
 *
 * @example registerGuichet({ connect: connector })
 */
export function registerGuichet({ connect }: { readonly connect: Connector }): void {
  plug(connect);
  if (!customElements.get('guichet-form')) customElements.define('guichet-form', GuichetForm);
  if (!customElements.get('guichet-status')) customElements.define('guichet-status', GuichetStatus);
}
