import type { ReviewView } from '@guichet/engine';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ClosingScope } from '../form/form-scope.js';
import { heading } from '../form/heading.js';

/** What other people are asked for and have not given yet: it holds nothing back. */
export function awaitedBox(scope: ClosingScope, { awaited = [] }: ReviewView): unknown {
  if (awaited.length === 0) return nothing;
  return html`<div class="gui-section" role="group" aria-labelledby=${scope.id('/awaited')}>
    ${heading(scope.level + 1, scope.say('review.awaited'), scope.id('/awaited'), 'gui-section-title')}
    <p>${scope.say('review.awaited.hint')}</p>
    <dl class="gui-recap">
      ${repeat(
        awaited,
        ({ pointer }) => pointer,
        ({ label, from }) =>
          html`<div class="gui-line">
            <dt .textContent=${label}></dt>
            <dd .textContent=${scope.say('review.awaited.from', { from })}></dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

/** The dossiers that go with this one. */
export function linksBox(scope: ClosingScope, { links = [] }: ReviewView): unknown {
  if (links.length === 0) return nothing;
  return html`<div class="gui-section" role="group" aria-labelledby=${scope.id('/links')}>
    ${heading(scope.level + 1, scope.say('review.links'), scope.id('/links'), 'gui-section-title')}
    <ul>
      ${repeat(
        links,
        ({ name, row = '' }) => name + row,
        ({ label, file, mayBe }) =>
          html`<li>
            <span .textContent=${label}></span>
            <span
              class="gui-hint"
              .textContent=${scope.say(mayBe ? 'review.links.mayBe' : `review.links.${file}`)}
            ></span>
          </li>`,
      )}
    </ul>
  </div>`;
}
