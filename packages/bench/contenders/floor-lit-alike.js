/**
 * The same page as Guichet draws, by hand in one Lit element: what the floors leave out (optional, "I can't
 * answer", yes or no as two radios, headings, an error summary, the sheet). It has no engine, and tells
 * what the page itself costs from what Guichet adds.
 */
import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { adoptSheet } from '../../elements/src/styles/adopt-sheet.js';
import { fault, fields, options } from './model.js';

class AlikeForm extends LitElement {
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    adoptSheet(this);
  }

  start(n) {
    this.fields = fields(n);
    this.faults = [];
    this.states = new Map(this.fields.map(({ name }) => [name, { value: '', error: '', parts: {} }]));
    this.requestUpdate();
  }

  set(field, value) {
    const state = this.states.get(field.name);
    state.value = value;
    if (state.error) state.error = fault(field, value);
    this.requestUpdate();
  }

  isShown(field) {
    return field.kind !== 'revealed' || this.states.get(`f${field.block * 10 + 8}`).value === true;
  }

  validate() {
    for (const field of this.fields.filter((one) => this.isShown(one))) {
      const state = this.states.get(field.name);
      state.error = fault(field, state.value);
    }
    this.faults = this.fields.filter(({ name }) => this.states.get(name).error);
    this.requestUpdate();
  }

  render() {
    if (!this.fields) return nothing;
    const blocks = Array.from({ length: this.fields.length / 10 }, (_, i) => this.fields.slice(i * 10, i * 10 + 10));
    return html`<div class="gui-root">${this.summary()}${blocks.map(
      (block, i) => html`<div class="gui-section" role="group" aria-labelledby=${`s${i}`}><h3 class="gui-section-title" id=${`s${i}`}>Block ${i}</h3>${block.map((field) => (this.isShown(field) ? this.row(field) : nothing))}</div>`,
    )}</div>`;
  }

  summary() {
    if (this.faults.length === 0) return nothing;
    return html`<div class="gui-summary"><ul>${this.faults.map(({ name }) => html`<li><a href=${`#${name}`} .textContent=${this.states.get(name).error}></a></li>`)}</ul></div>`;
  }

  row(field) {
    const { error } = this.states.get(field.name);
    const required = field.kind === 'text' || field.kind === 'revealed';
    const optional = required ? nothing : html` <span class="gui-optional">(optional)</span>`;
    const issue = error
      ? html`<p class="gui-issue" id=${`${field.name}-issue`}><span class="gui-hidden">To mend: </span><span .textContent=${error}></span></p>`
      : nothing;
    const doubts = html`<div class="gui-doubts"><button type="button" class="gui-link gui-disclose" aria-expanded="false">I cannot answer<span class="gui-hidden"> – ${field.label}</span></button></div>`;
    const isGroup = field.kind === 'date' || field.kind === 'boolean';
    return html`<div class=${error ? 'gui-field gui-field-wrong' : 'gui-field'}>${
      isGroup
        ? html`<fieldset class="gui-fieldset"><legend class="gui-label">${field.label}${optional}</legend>${issue}${this.control(field)}</fieldset>`
        : html`<label class="gui-label" for=${field.name}>${field.label}${optional}</label>${issue}${this.control(field)}`
    }${doubts}</div>`;
  }

  control(field) {
    const { value, error, parts } = this.states.get(field.name);
    const invalid = error ? 'true' : nothing;
    const described = error ? `${field.name}-issue` : nothing;
    if (field.kind === 'date')
      return html`<div class="gui-day">${['day', 'month', 'year'].map(
        (part) => html`<div class="gui-part"><label class="gui-part-label" for=${`${field.name}-${part}`}>${part}</label><input class="gui-input" id=${`${field.name}-${part}`} inputmode="numeric" aria-describedby=${described} aria-invalid=${invalid} .value=${live(parts[part] ?? '')} /></div>`,
      )}</div>`;
    if (field.kind === 'boolean')
      return html`<div class="gui-options">${[true, false].map(
        (choice) => html`<div class="gui-option"><input class="gui-radio" type="radio" id=${choice ? field.name : `${field.name}-1`} name=${field.name} .checked=${live(value === choice)} @change=${() => this.set(field, choice)} /><label class="gui-option-label" for=${choice ? field.name : `${field.name}-1`}>${choice ? 'Yes' : 'No'}</label></div>`,
      )}</div>`;
    if (field.kind === 'select')
      return html`<select class="gui-input gui-select" id=${field.name} @change=${(event) => this.set(field, event.target.value)}><option value="">Choose</option>${options.map((one) => html`<option value=${one} .selected=${live(value === one)}>${one}</option>`)}</select>`;
    return html`<input class="gui-input" type="text" id=${field.name} aria-required=${field.kind === 'text' ? 'true' : nothing} aria-describedby=${described} aria-invalid=${invalid} .value=${live(value)} @input=${(event) => this.set(field, event.target.value)} />`;
  }
}
// The sheet's rules stand under this name.
customElements.define('guichet-form', AlikeForm);

globalThis.bench = {
  mount(n) {
    const form = document.createElement('guichet-form');
    form.start(n);
    document.body.append(form);
    globalThis.bench.validate = () => form.validate();
    return form.updateComplete;
  },
};
