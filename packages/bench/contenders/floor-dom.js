/** Floor: the form written by hand with DOM calls, nothing between a key and its effect. */
import { fault, fields, options } from './model.js';

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

globalThis.bench = {
  mount(n) {
    const form = make('form', { noValidate: true });
    const states = new Map();
    let section;
    for (const field of fields(n)) {
      if (field.kind === 'text' && Number(field.name.slice(1)) % 10 === 0) {
        section = make('section');
        form.append(section);
      }
      const row = make('div', { className: 'field' });
      const controls = control(field);
      const error = make('p', { className: 'error', id: `${field.name}-error` });
      row.append(...controls.nodes, error);
      if (field.kind === 'revealed') row.hidden = true;
      section.append(row);
      const state = { field, row, error, value: '', touched: false, inputs: controls.inputs };
      states.set(field.name, state);
      for (const input of controls.inputs) {
        input.addEventListener('input', () => {
          state.value = controls.read();
          if (field.kind === 'boolean') states.get(`f${field.block * 10 + 9}`).row.hidden = !input.checked;
          if (state.touched) show(state);
        });
        input.addEventListener('blur', () => {
          state.touched = true;
          show(state);
        });
      }
    }
    globalThis.bench.validate = () => {
      for (const state of states.values()) {
        if (state.row.hidden) continue;
        state.touched = true;
        show(state);
      }
    };
    document.body.append(form);
  },
};

function show({ field, value, error, inputs }) {
  const message = fault(field, value);
  error.textContent = message;
  for (const input of inputs) {
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
}

function control(field) {
  const id = field.name;
  const described = (node) => (node.setAttribute('aria-describedby', `${id}-error`), node);
  if (field.kind === 'date') {
    const inputs = ['day', 'month', 'year'].map((part) =>
      described(make('input', { id: `${id}-${part}`, inputMode: 'numeric', maxLength: part === 'year' ? 4 : 2 })),
    );
    const parts = inputs.map((input) => make('label', { htmlFor: input.id, textContent: input.id.split('-')[1] }));
    const set = make('fieldset', {}, make('legend', { textContent: field.label }), ...parts.flatMap((label, i) => [label, inputs[i]]));
    const read = () => (inputs.every((i) => i.value === '') ? '' : `${inputs[2].value}-${inputs[1].value.padStart(2, '0')}-${inputs[0].value.padStart(2, '0')}`);
    return { nodes: [set], inputs, read };
  }
  const label = make('label', { htmlFor: id, textContent: field.label });
  if (field.kind === 'select') {
    const select = described(make('select', { id }, make('option', { value: '' }), ...options.map((value) => make('option', { value, textContent: value }))));
    return { nodes: [label, select], inputs: [select], read: () => select.value };
  }
  if (field.kind === 'boolean') {
    const input = described(make('input', { id, type: 'checkbox' }));
    return { nodes: [input, label], inputs: [input], read: () => input.checked };
  }
  const input = described(make('input', { id, inputMode: field.kind === 'number' ? 'decimal' : field.kind === 'integer' ? 'numeric' : field.kind === 'email' ? 'email' : 'text' }));
  return { nodes: [label, input], inputs: [input], read: () => input.value };
}
