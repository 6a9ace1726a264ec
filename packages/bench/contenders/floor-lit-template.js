/** The field template that both hand-written Lit floors draw. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { options } from './model.js';

export function fieldTemplate(field, state, on) {
  const id = field.name;
  const invalid = state.error ? 'true' : nothing;
  const described = `${id}-error`;
  const error = html`<p class="error" id=${described} .textContent=${state.error}></p>`;
  if (field.kind === 'date') {
    const part = (name, length) => html`<label for=${`${id}-${name}`}>${name}</label
      ><input id=${`${id}-${name}`} inputmode="numeric" maxlength=${length} aria-describedby=${described} aria-invalid=${invalid}
        .value=${live(state.parts?.[name] ?? '')} @input=${(event) => on.part(field, name, event.target.value)} @blur=${() => on.blur(field)} />`;
    return html`<fieldset><legend>${field.label}</legend>${part('day', 2)}${part('month', 2)}${part('year', 4)}</fieldset>${error}`;
  }
  if (field.kind === 'select') {
    return html`<label for=${id}>${field.label}</label><select id=${id} aria-describedby=${described} aria-invalid=${invalid}
        @input=${(event) => on.input(field, event.target.value)} @blur=${() => on.blur(field)}>
        <option value=""></option>${options.map((value) => html`<option value=${value} .selected=${live(state.value === value)}>${value}</option>`)}</select>${error}`;
  }
  if (field.kind === 'boolean') {
    return html`<input id=${id} type="checkbox" aria-describedby=${described} .checked=${live(state.value === true)}
        @input=${(event) => on.input(field, event.target.checked)} /><label for=${id}>${field.label}</label>${error}`;
  }
  const mode = { number: 'decimal', integer: 'numeric', email: 'email' }[field.kind] ?? 'text';
  return html`<label for=${id}>${field.label}</label><input id=${id} inputmode=${mode} aria-describedby=${described} aria-invalid=${invalid}
      .value=${live(state.value)} @input=${(event) => on.input(field, event.target.value)} @blur=${() => on.blur(field)} />${error}`;
}
