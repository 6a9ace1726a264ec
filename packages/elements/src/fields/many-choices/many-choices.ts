import type { FieldView, OptionView } from '@guichet/engine';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Scope } from '../../form/scope.js';
import { describedBy, invalid } from '../describe.js';
import { grouped } from '../frame.js';

/** As many as apply. */
export function manyChoices(scope: Scope, view: FieldView): TemplateResult {
  return grouped(
    scope,
    view,
    html`<p class="gui-hint">${scope.say('chooseSeveral')}</p>
      <div class="gui-options">
        ${view.options.map((option, index) => box(scope, view, option, index))}
      </div>`,
  );
}

function box(scope: Scope, view: FieldView, option: OptionView, index: number): TemplateResult {
  const id = scope.id(view.pointer, index === 0 ? '' : String(index));
  return html`<div class="gui-option">
    <input
      class="gui-checkbox"
      form="gui-none"
      type="checkbox"
      id=${id}
      aria-describedby=${describedBy(scope, view)}
      aria-invalid=${invalid(view)}
      .checked=${live(chosen(view).includes(option.value))}
      @change=${(event: Event) => scope.answer(view.pointer, toggled(scope.session.field(view.pointer), option, event))}
    />
    <label class="gui-option-label" for=${id}>${option.label}</label>
  </div>`;
}

/** Chosen values in the order of the options, whatever the order of ticking. */
function toggled(view: FieldView, option: OptionView, event: Event): readonly unknown[] {
  const on = (event.target as HTMLInputElement).checked;
  const before = chosen(view);
  return view.options
    .map(({ value }) => value)
    .filter((value) => (value === option.value ? on : before.includes(value)));
}

function chosen(view: FieldView): readonly unknown[] {
  return Array.isArray(view.value) ? view.value : [];
}
