import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Scope } from '../../form/scope.js';
import { describedBy, invalid } from '../describe.js';
import { labelled } from '../frame.js';
import { radios } from '../radios.js';

/** Beyond this many options a list that opens is easier to use than a page of buttons. */
const IN_VIEW = 7;

/** One of several: all in view while they are few. */
export function choice(scope: Scope, view: FieldView): TemplateResult {
  if (view.options.length <= IN_VIEW) return radios(scope, view, view.options);
  return labelled(scope, view, select(scope, view));
}

/** A native list. Each option says itself whether it is chosen: `.value` on a select is set before its options exist. */
export function select(scope: Scope, view: FieldView): TemplateResult {
  return html`<select
    class="gui-input gui-select"
    form="gui-none"
    id=${scope.id(view.pointer)}
    autocomplete=${view.autocomplete || nothing}
    aria-describedby=${describedBy(scope, view)}
    aria-invalid=${invalid(view)}
    aria-required=${view.required ? 'true' : nothing}
    @change=${(event: Event) => {
      const index = (event.target as HTMLSelectElement).selectedIndex;
      scope.answer(view.pointer, view.options[index - 1]?.value);
    }}
  >
    <option value="" .selected=${live(view.value === undefined)}>${scope.say('choose')}</option>
    ${view.options.map(
      (option) =>
        html`<option
          value=${String(option.value)}
          .selected=${live(view.value === option.value)}
          .textContent=${option.label}
        ></option>`,
    )}
  </select>`;
}
