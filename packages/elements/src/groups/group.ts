import type { GroupView } from '@guichet/engine';
import type { Pointer } from '@guichet/procedure';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { field } from '../fields/field.js';
import { heading } from '../form/heading.js';
import type { Scope } from '../form/scope.js';
import { watch } from '../live/watch.js';
import { importing } from './importing.js';
import { row } from './row.js';

/** A repeating group: named rows that can be added, removed and moved without losing one's place. */
export function group(scope: Scope, pointer: Pointer): unknown {
  return watch(
    scope.hub,
    () => {
      const view = scope.session.group(pointer);
      return view.shown ? drawn(scope, view) : nothing;
    },
    pointer,
  );
}

function drawn(scope: Scope, view: GroupView): unknown {
  const { pointer } = view;
  const title = scope.id(pointer, 'title');
  const described = [
    view.issue && scope.id(pointer, 'issue'),
    view.hint && scope.id(pointer, 'hint'),
    view.advice && scope.id(pointer, 'advice'),
  ]
    .filter(Boolean)
    .join(' ');
  return html`<div
    class=${view.issue ? 'gui-group gui-field-wrong' : 'gui-group'}
    role="group"
    aria-labelledby=${title}
    aria-describedby=${described || nothing}
    data-group=${pointer}
  >
    ${heading(scope.level + 1, view.title, title, 'gui-section-title')}
    ${view.hint ? html`<p class="gui-hint" id=${scope.id(pointer, 'hint')}>${view.hint}</p>` : nothing}
    ${
      view.issue
        ? html`<p
            class="gui-issue"
            id=${scope.id(pointer, 'issue')}
            .textContent=${view.issue.message}
          ></p>`
        : nothing
    }
    ${view.rows.length === 0 ? html`<p class="gui-hint">${scope.say('rows.empty')}</p>` : nothing}
    ${repeat(
      view.rows,
      ({ id }) => id,
      (one, index) => row(scope, view, one, index, (at) => field(scope, at)),
    )}
    ${view.advice ? said(scope, pointer, view.advice) : nothing}
    ${scope.session.readOnly ? nothing : [adding(scope, view), importing(scope, view)]}
  </div>`;
}

/** What is said of the rows together. */
function said(scope: Scope, pointer: Pointer, advice: readonly string[]): unknown {
  return html`<div class="gui-advice" id=${scope.id(pointer, 'advice')}>
    ${repeat(
      advice,
      (text) => text,
      (text) => html`<p .textContent=${text}></p>`,
    )}
  </div>`;
}

function adding(scope: Scope, view: GroupView): unknown {
  if (!view.canAdd)
    return html`<p class="gui-hint">${scope.say('rows.max', { max: view.rows.length })}</p>`;
  return html`<button
    type="button"
    class="gui-second"
    id=${scope.id(view.pointer)}
    @click=${() => add(scope, view.pointer)}
  >
    ${view.addLabel || scope.say('add.another')}
  </button>`;
}

/** Adds a row, goes to its first question and says its name. */
function add(scope: Scope, pointer: Pointer): void {
  scope.session.addRow(pointer);
  const { rows, title } = scope.session.group(pointer);
  const added = rows.at(-1);
  if (!added) return;
  scope.announce(scope.say('added', { label: added.title || title }));
  const first = added.fields[0];
  if (first !== undefined) scope.focusLater(scope.id(first));
}
