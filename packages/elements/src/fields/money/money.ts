import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { unlessFocused } from '../../live/unless-focused.js';
import type { Scope } from '../../form/scope.js';
import { describedBy, invalid } from '../describe.js';
import { labelled } from '../frame.js';
import { onInput } from '../on-input.js';

/** An amount typed in whole units ("615,50"); the answer is in cents. */
export function money(scope: Scope, view: FieldView): TemplateResult {
  return labelled(
    scope,
    view,
    html`<div class="gui-with-unit">
      <input
        class="gui-input gui-short"
        form="gui-none"
        type="text"
        inputmode="decimal"
        id=${scope.id(view.pointer)}
        autocomplete="off"
        aria-describedby=${describedBy(scope, view)}
        aria-invalid=${invalid(view)}
        aria-required=${view.required ? 'true' : nothing}
        .value=${unlessFocused(amount(scope, view))}
        @input=${onInput(scope, view)}
      />
      <span class="gui-unit" id=${scope.id(view.pointer, 'unit')}
        >${symbol(scope.session.texts.lang, view.unit)}</span
      >
    </div>`,
  );
}

/** The text as typed; else the cents, written as one would type them. */
function amount(scope: Scope, view: FieldView): string {
  if (typeof view.raw === 'string') return view.raw;
  if (typeof view.value !== 'number') return '';
  return new Intl.NumberFormat(`${scope.session.texts.lang}-u-nu-latn`, {
    useGrouping: false,
    minimumFractionDigits: view.value % 100 === 0 ? 0 : 2,
  }).format(view.value / 100);
}

function symbol(lang: string, currency: string): string {
  const parts = new Intl.NumberFormat(lang, {
    style: 'currency',
    currency: currency || 'EUR',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
