import type { Connector } from './connect.js';

let plugged: Connector | undefined;

/** Plugs what brings sessions to the elements. */
export function plug(connect: Connector): void {
  plugged = connect;
}

/** What was plugged; throws when an element with `src` is in a page that never called `registerGuichet`. */
export function connector(): Connector {
  if (plugged) return plugged;
  throw new Error(
    'No connector: call registerGuichet({ connect }) before <guichet-form src> is used, or set its session.',
  );
}
