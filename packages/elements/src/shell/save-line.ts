import { html, nothing } from 'lit';
import type { FormScope } from '../form/form-scope.js';
import { watch } from '../live/watch.js';
import { restoreLink } from '../restore/restore-link.js';
import { capsuleButton } from './capsule-button.js';

/** The truth about saving, in place. *Saved* and *filed* are two words, and both are always there. */
export function saveLine(scope: FormScope): unknown {
  return watch(
    scope.hub,
    () => {
      const save = scope.session.save();
      const lost = save.state === 'nowhere';
      return html`<div
        class=${lost ? 'gui-save gui-save-nowhere' : 'gui-save'}
        data-state=${save.state}
      >
        <p>
          <span class="gui-save-sign" aria-hidden="true"></span
          ><span .textContent=${save.sentence}></span>
        </p>
        ${
          scope.session.filed || save.state === 'nothing-yet'
            ? nothing
            : html`<p class="gui-hint">${scope.say('save.notFiled')}</p>`
        }
        ${lost && scope.capsule ? capsuleButton(scope) : nothing}
        ${lost && !scope.session.step().isFirst ? restoreLink(scope) : nothing}
      </div>`;
    },
    '@save',
    '@step',
    '@filing',
  );
}
