import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../form/scope.js';
import { watch } from '../live/watch.js';

/**
 * The filing window in plain sentences: days left, last day in full, and what lateness means,
 * before and after. `brief` keeps the first sentence, for pages in between.
 */
export function windowBox(scope: Scope, brief = false): unknown {
  return watch(
    scope.hub,
    () => {
      const { state, sentences } = scope.session.window();
      if (sentences.length === 0) return nothing;
      return html`<div class="gui-window" data-state=${state}>
        ${repeat(
          brief ? sentences.slice(0, 1) : sentences,
          (text) => text,
          (text) => html`<p .textContent=${text}></p>`,
        )}
      </div>`;
    },
    '@window',
  );
}
