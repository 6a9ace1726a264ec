import type { Change, FilingOutcome } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormScope } from '../form/form-scope.js';
import { heading } from '../form/heading.js';

type AlreadyFiled = Extract<FilingOutcome, { is: 'already-filed' }>;

/** The dossier exists already: what differs from it, before and after, and the offer to send that. */
export function difference(
  scope: FormScope,
  { difference: set, receipt }: AlreadyFiled,
): TemplateResult {
  const prepared = scope.session.profile === 'third-party' && !receipt.view.sentToAuthority;
  const why = scope.id('/amend', 'why');
  return html`<div class="gui-section" role="group" aria-labelledby=${scope.id('/amend')}>
    ${heading(scope.level + 1, scope.say(prepared ? 'filing.alreadyPrepared' : 'filing.alreadyFiled'), scope.id('/amend'), 'gui-section-title')}
    ${
      set.changes.length === 0
        ? html`<p>${scope.say('filing.difference.none')}</p>`
        : html`<p>${scope.say('filing.difference')}</p>
            <dl class="gui-recap">${set.changes.map((change) => changeLine(scope, change))}</dl>
            <div class="gui-field">
              <label class="gui-label" for=${why}>${scope.say('filing.reason')}</label>
              <p class="gui-hint" id="${why}-hint">${scope.say('filing.reason.hint')}</p>
              <textarea
                form="gui-none"
                class="gui-input"
                rows="3"
                id=${why}
                maxlength="1000"
                aria-describedby="${why}-hint"
              ></textarea>
            </div>`
    }
    <p class="gui-row">
      ${
        set.changes.length === 0
          ? nothing
          : html`<button
              type="button"
              class="gui-main"
              id=${scope.id('/file')}
              @click=${(event: Event) => send(scope, event)}
            >
              ${scope.say('sendAmendment')}
            </button>`
      }
      <button type="button" class="gui-second" @click=${() => scope.filing.reset()}>
        ${scope.say('back')}
      </button>
    </p>
  </div>`;
}

function changeLine(scope: FormScope, change: Change): TemplateResult {
  return html`<div class="gui-line">
    <dt>${labelOf(scope, change)}</dt>
    <dd>
      <del translate="no" .textContent=${readable(scope, change, change.from)}></del>
      <ins
        translate="no"
        .textContent=${readable(scope, change, change.to) || scope.say('filing.difference.removed')}
      ></ins>
    </dd>
  </div>`;
}

function labelOf(scope: FormScope, { op, pointer }: Change): string {
  if (op === 'piece') return scope.session.piece(pointer.replace(/^\//, '')).label;
  if (op.startsWith('row-'))
    return scope.session.group(pointer.slice(0, pointer.lastIndexOf('/'))).title;
  return scope.session.field(pointer).label;
}

function readable(scope: FormScope, { op, pointer }: Change, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (op === 'set' || op === 'unset') {
    const option = scope.session.field(pointer).options.find((one) => one.value === value);
    if (option) return option.label;
    if (typeof value === 'boolean') return scope.say(value ? 'yes' : 'no');
  }
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return '•';
}

function send(scope: FormScope, event: Event): void {
  const box = (event.currentTarget as HTMLElement).closest('.gui-section');
  void scope.filing.amend(box?.querySelector('textarea')?.value.trim() ?? '');
}
