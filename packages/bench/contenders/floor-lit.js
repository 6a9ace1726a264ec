/** Floor: the form written by hand as one Lit element, one render per change, grouped like any careful page. */
import { LitElement, html, nothing } from 'lit';
import { fieldTemplate } from './floor-lit-template.js';
import { fault, fields } from './model.js';

class HandForm extends LitElement {
  createRenderRoot() {
    return this;
  }

  start(n) {
    this.fields = fields(n);
    this.states = new Map(this.fields.map((field) => [field.name, { value: '', error: '', touched: false }]));
    this.on = {
      input: (field, value) => this.set(field, value),
      part: (field, name, value) => {
        const state = this.states.get(field.name);
        state.parts = { ...state.parts, [name]: value };
        const { year = '', month = '', day = '' } = state.parts;
        this.set(field, year + month + day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
      },
      blur: (field) => {
        const state = this.states.get(field.name);
        state.touched = true;
        state.error = fault(field, state.value);
        this.requestUpdate();
      },
    };
    this.requestUpdate();
  }

  set(field, value) {
    const state = this.states.get(field.name);
    state.value = value;
    if (state.touched) state.error = fault(field, value);
    this.requestUpdate();
  }

  validate() {
    for (const field of this.fields) {
      const state = this.states.get(field.name);
      if (field.kind === 'revealed' && this.states.get(`f${field.block * 10 + 8}`).value !== true) continue;
      state.touched = true;
      state.error = fault(field, state.value);
    }
    this.requestUpdate();
  }

  render() {
    if (!this.fields) return nothing;
    const blocks = Array.from({ length: this.fields.length / 10 }, (_, i) => this.fields.slice(i * 10, i * 10 + 10));
    return html`<form novalidate>${blocks.map((block) => html`<section>${block.map((field) => this.row(field))}</section>`)}</form>`;
  }

  row(field) {
    if (field.kind === 'revealed' && this.states.get(`f${field.block * 10 + 8}`).value !== true) return nothing;
    return html`<div class="field">${fieldTemplate(field, this.states.get(field.name), this.on)}</div>`;
  }
}
customElements.define('hand-form', HandForm);

globalThis.bench = {
  mount(n) {
    const form = document.createElement('hand-form');
    form.start(n);
    document.body.append(form);
    globalThis.bench.validate = () => form.validate();
    return form.updateComplete;
  },
};
