import { html, nothing } from 'lit';
import type { Scope } from './scope.js';

export interface Disclosure {
  /** Name of the disclosure in `scope.opened`. */
  readonly key: string;
  /** What to redraw when it opens. */
  readonly reader: string;
  readonly id: string;
  readonly say: string;
  /** What it is about, for those who hear the button alone. */
  readonly about: string;
  readonly content: () => unknown;
}

/**
 * A quiet button that opens what stands after it. Its content exists only while
 * it is open: a page of fields has two of these each.
 */
export function disclosure(
  scope: Scope,
  { key, reader, id, say, about, content }: Disclosure,
): unknown {
  const open = scope.opened.has(key);
  return html`<button
      type="button"
      class="gui-link gui-disclose"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? id : nothing}
      @click=${() => scope.toggle(key, reader)}
    >
      ${say}<span class="gui-hidden" .textContent=${` – ${about}`}></span></button
    >${open ? html`<div class="gui-disclosed" id=${id}>${content()}</div>` : nothing}`;
}
