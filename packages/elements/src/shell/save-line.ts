import { html, nothing } from 'lit';
import type { FormScope } from '../form/form-scope.js';
import type { Scope } from '../form/scope.js';
import { watch } from '../live/watch.js';
import { restoreLink } from '../restore/restore-link.js';

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

/** Downloads everything typed as one file. */
export function capsuleButton(scope: Scope): unknown {
  return html`<button type="button" class="gui-second" @click=${() => void download(scope)}>
      ${scope.say('capsule')}
    </button>
    <p class="gui-hint">${scope.say('capsule.hint')}</p>`;
}

async function download(scope: Scope): Promise<void> {
  const blob = await scope.capsule?.();
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${scope.session.procedure.id}.guichet`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
