/** Floor: the form written by hand as one light-DOM Lit element per field. */
import { LitElement } from 'lit';
import { fieldTemplate } from './floor-lit-template.js';
import { fault, fields } from './model.js';

const byName = new Map();

class HandField extends LitElement {
  createRenderRoot() {
    return this;
  }

  start(field) {
    this.field = field;
    this.state = { value: '', error: '', touched: false };
    this.on = {
      input: (_, value) => this.set(value),
      part: (_, name, value) => {
        this.state.parts = { ...this.state.parts, [name]: value };
        const { year = '', month = '', day = '' } = this.state.parts;
        this.set(year + month + day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
      },
      blur: () => this.touch(),
    };
    byName.set(field.name, this);
  }

  set(value) {
    this.state.value = value;
    if (this.state.touched) this.state.error = fault(this.field, value);
    if (this.field.kind === 'boolean') byName.get(`f${this.field.block * 10 + 9}`).hidden = !value;
    this.requestUpdate();
  }

  touch() {
    this.state.touched = true;
    this.state.error = fault(this.field, this.state.value);
    this.requestUpdate();
  }

  render() {
    return fieldTemplate(this.field, this.state, this.on);
  }
}
customElements.define('hand-field', HandField);

globalThis.bench = {
  async mount(n) {
    const form = document.createElement('form');
    let section;
    for (const field of fields(n)) {
      if (Number(field.name.slice(1)) % 10 === 0) form.append((section = document.createElement('section')));
      const node = document.createElement('hand-field');
      node.start(field);
      node.className = 'field';
      node.hidden = field.kind === 'revealed';
      section.append(node);
    }
    document.body.append(form);
    globalThis.bench.validate = () => {
      for (const node of byName.values()) if (!node.hidden) node.touch();
    };
    await Promise.all([...byName.values()].map((node) => node.updateComplete));
  },
};
