import { html } from 'lit';
import type { Scope } from '../form/scope.js';

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
