import type { PieceView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClosingScope } from '../form/form-scope.js';
import { unlessFocused } from '../live/unless-focused.js';

const parts = ['day', 'month', 'year'] as const;

/** The day written on a paper that must be recent, once there is one; an old paper is said to be old, and taken. */
export function paperDay(scope: ClosingScope, view: PieceView): unknown {
  const { fresh } = view;
  if (!fresh) return nothing;
  return html`<p class="gui-hint" .textContent=${fresh.asks}></p>
    ${view.files.length > 0 && !scope.session.readOnly ? boxes(scope, view, fresh) : nothing}
    ${fresh.stale ? html`<p class="gui-advice" .textContent=${fresh.stale}></p>` : nothing}`;
}

function boxes(
  scope: ClosingScope,
  view: PieceView,
  { raw }: NonNullable<PieceView['fresh']>,
): TemplateResult {
  const at = `/piece/${view.name}`;
  const hint = scope.id(at, 'dated-hint');
  return html`<fieldset class="gui-fieldset gui-field" aria-describedby=${hint}>
    <legend class="gui-label">
      ${scope.say('pieces.datedOn')}<span class="gui-hidden"> – ${view.label}</span>
      <span class="gui-optional" .textContent=${`(${scope.say('optional')})`}></span>
    </legend>
    <p class="gui-hint" id=${hint}>${scope.say('pieces.datedOn.hint')}</p>
    <div class="gui-day">
      ${parts.map(
        (part) =>
          html`<div class="gui-part">
            <label
              class="gui-part-label"
              for=${scope.id(at, `dated-${part}`)}
              .textContent=${scope.say(`date.${part}`)}
            ></label
            ><input
              class="gui-input gui-part-${part}"
              form="gui-none"
              dir="ltr"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              data-part=${part}
              id=${scope.id(at, `dated-${part}`)}
              .value=${unlessFocused(raw[part])}
              @input=${(event: Event) => scope.session.datePiece?.(view.name, gather(event))}
            />
          </div>`,
      )}
    </div>
  </fieldset>`;
}

function gather(event: Event): Record<string, string> {
  const inputs =
    (event.currentTarget as HTMLElement).closest('.gui-day')?.querySelectorAll('input') ?? [];
  return Object.fromEntries([...inputs].map((input) => [input.dataset['part'] ?? '', input.value]));
}
