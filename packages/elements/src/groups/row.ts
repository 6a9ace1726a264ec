import type { GroupView } from '@guichet/engine';
import type { Pointer } from '@guichet/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../form/scope.js';

type Row = GroupView['rows'][number];

/** One row: its name, its questions, and what can be done with it, each act named after the row. */
export function row(
  scope: Scope,
  view: GroupView,
  one: Row,
  index: number,
  draw: (pointer: Pointer) => unknown,
): TemplateResult {
  const name = rowName(scope, view, one, index);
  return html`<fieldset class="gui-fieldset gui-group-row" data-row=${one.id}>
    <legend
      class="gui-row-title"
      id=${rowId(scope, view, one)}
      tabindex="-1"
      .textContent=${name}
    ></legend>
    ${repeat(
      one.fields,
      (at) => at,
      (at) => draw(at),
    )}
    ${scope.session.readOnly ? nothing : acts(scope, view, one, index, name)}
  </fieldset>`;
}

function acts(
  scope: Scope,
  view: GroupView,
  one: Row,
  index: number,
  name: string,
): TemplateResult {
  const { rows } = view;
  return html`<p class="gui-row gui-row-acts">
    ${index > 0 ? act(scope, 'moveUp', name, () => move(scope, view, one, rows[index - 1]?.id ?? null)) : nothing}
    ${
      index < rows.length - 1
        ? act(scope, 'moveDown', name, () => move(scope, view, one, rows[index + 2]?.id ?? null))
        : nothing
    }
    ${act(scope, 'remove', name, () => remove(scope, view, one, index, name))}
  </p>`;
}

function act(scope: Scope, key: string, label: string, run: () => void): TemplateResult {
  return html`<button
    type="button"
    class="gui-link"
    data-act=${key}
    .ariaLabel=${scope.say(`${key}.what`, { label })}
    @click=${run}
  >
    ${scope.say(key)}
  </button>`;
}

/** Removes a row; focus goes to the row that took its place, else to the button that adds one. */
function remove(scope: Scope, view: GroupView, one: Row, index: number, name: string): void {
  scope.session.removeRow(view.pointer, one.id);
  scope.announce(scope.say('removed', { label: name }));
  const { rows } = scope.session.group(view.pointer);
  const next = rows[index] ?? rows.at(-1);
  scope.focusLater(next ? rowId(scope, view, next) : scope.id(view.pointer));
}

function move(scope: Scope, view: GroupView, one: Row, before: string | null): void {
  scope.session.moveRow(view.pointer, one.id, before);
  const after = scope.session.group(view.pointer);
  const index = after.rows.findIndex(({ id }) => id === one.id);
  scope.announce(rowName(scope, after, one, index));
  scope.focusLater(rowId(scope, view, one));
}

/** "Languages, row 2 of 3", or with the row's own name: "Licence, row 2 of 3". */
function rowName(scope: Scope, view: GroupView, one: Row, index: number): string {
  return scope.say('row.of', {
    title: one.title || view.title,
    number: index + 1,
    of: view.rows.length,
  });
}

function rowId(scope: Scope, view: GroupView, one: Row): string {
  return scope.id(`${view.pointer}/${one.id}`, 'row');
}
