import { html, nothing, type TemplateResult } from 'lit';
import type { FormScope } from '../form/form-scope.js';
import { watch } from '../live/watch.js';

type Attempt = { readonly is: 'opening' } | { readonly is: 'refused'; readonly why: string };

const attempts = new WeakMap<FormScope, Attempt>();
const key = '@restoring';

/** Chooses a file of answers, takes its code and opens it; what went wrong is said in place. */
export function restorePanel(scope: FormScope): TemplateResult {
  const at = (part: string): string => scope.id('/@restore', part);
  return html`<div class="gui-field">
      <label class="gui-label" for=${at('file')} .textContent=${scope.say('restore.file')}></label>
      <p class="gui-hint" id=${at('file-hint')} .textContent=${scope.say('restore.file.hint')}></p>
      <input
        type="file"
        form="gui-none"
        class="gui-restore-file"
        id=${at('file')}
        accept=".guichet,application/json"
        aria-describedby=${at('file-hint')}
      />
    </div>
    <div class="gui-field">
      <label class="gui-label" for=${at('code')} .textContent=${scope.say('restore.code')}></label>
      <p class="gui-hint" id=${at('code-hint')} .textContent=${scope.say('restore.code.hint')}></p>
      <input
        class="gui-input"
        form="gui-none"
        type="text"
        id=${at('code')}
        dir="ltr"
        translate="no"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="characters"
        aria-describedby="${at('why')} ${at('code-hint')}"
        @keydown=${(event: KeyboardEvent) => onKey(scope, event)}
      />
    </div>
    <div id=${at('why')} role="alert">${watch(scope.hub, () => why(scope), key)}</div>
    <button type="button" class="gui-second" @click=${() => void open(scope)}>
      ${scope.say('restore.open')}
    </button>
    <p class="gui-hint" role="status">${watch(scope.hub, () => opening(scope), key)}</p>`;
}

/** Enter in the code opens the file, and is no "continue" of the page around. */
function onKey(scope: FormScope, event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.stopPropagation();
  void open(scope);
}

function why(scope: FormScope): unknown {
  const attempt = attempts.get(scope);
  return attempt?.is === 'refused'
    ? html`<p class="gui-issue" .textContent=${scope.say(`restore.${attempt.why}`)}></p>`
    : nothing;
}

function opening(scope: FormScope): unknown {
  return attempts.get(scope)?.is === 'opening' ? scope.say('restore.opening') : nothing;
}

async function open(scope: FormScope): Promise<void> {
  if (attempts.get(scope)?.is === 'opening' || !scope.restore) return;
  const file = control(scope, 'file')?.files?.[0];
  const code = control(scope, 'code')?.value ?? '';
  if (!file) return tell(scope, { is: 'refused', why: 'no-file' }, 'file');
  tell(scope, { is: 'opening' });
  const refused = await scope.restore(file, code).catch(() => 'failed');
  if (refused === undefined) return void attempts.delete(scope);
  tell(scope, { is: 'refused', why: refused }, /code/.test(refused) ? 'code' : 'file');
}

function tell(scope: FormScope, attempt: Attempt, focus?: 'file' | 'code'): void {
  attempts.set(scope, attempt);
  scope.hub.touch([key]);
  if (focus) control(scope, focus)?.focus();
}

function control(scope: FormScope, part: 'file' | 'code'): HTMLInputElement | null {
  const found = scope.root().getElementById(scope.id('/@restore', part));
  return found instanceof HTMLInputElement ? found : null;
}
