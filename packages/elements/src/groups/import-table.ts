import type { GroupView, Session } from '@guichet/engine';
import { html, nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Scope } from '../form/scope.js';

/** What the session answers to a table. */
type Brought = Awaited<ReturnType<NonNullable<Session['importRows']>>>;

/** More bytes than this are not read: the engine says that the file is too large. */
const mostBytes = 6_000_000;

class ImportTable extends AsyncDirective {
  #brought: Brought | 'failed' | undefined;

  override render(scope: Scope, view: GroupView): unknown {
    const id = scope.id(view.pointer, 'import');
    return html`<div class="gui-import">
      ${
        view.canAdd
          ? html`<label class="gui-label" for=${id}>${scope.say('import')}</label>
              <p class="gui-hint" id=${`${id}-hint`}>
                ${scope.say('import.hint', { columns: (view.importColumns ?? []).join(', ') })}
              </p>
              <input
                type="file"
                form="gui-none"
                class="gui-restore-file"
                accept=".csv,.tsv,.txt,text/csv"
                id=${id}
                aria-describedby=${`${id}-hint`}
                @change=${(event: Event) => void this.#read(scope, view, event)}
              />`
          : nothing
      }
      ${this.#said(scope, id)}
    </div>`;
  }

  async #read(scope: Scope, view: GroupView, event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    try {
      const table = new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
      const session = await scope.session.whole();
      this.#brought = await session.importRows?.(view.pointer, table);
    } catch {
      this.#brought = 'failed';
    }
    // The same file, once mended, may be chosen again.
    input.value = '';
    const said = this.#summary(scope);
    if (said) scope.announce(said);
    scope.hub.touch([view.pointer]);
  }

  #summary(scope: Scope): string {
    const brought = this.#brought;
    if (!brought) return '';
    return brought === 'failed'
      ? scope.say('load.failed')
      : scope.say('import.done', { count: brought.count });
  }

  #said(scope: Scope, id: string): unknown {
    const said = this.#summary(scope);
    if (!said) return nothing;
    const findings = this.#brought && this.#brought !== 'failed' ? this.#brought.findings : [];
    return html`<p .textContent=${said}></p>
      ${
        findings.length > 0
          ? html`<p id=${`${id}-list`} class="gui-label">${scope.say('import.findings')}</p>
              <ul aria-labelledby=${`${id}-list`}>
                ${findings.map(
                  ({ line, code, params }) =>
                    html`<li
                      .textContent=${scope.say('import.line', { line, finding: scope.say(`import.${code}`, params) })}
                    ></li>`,
                )}
              </ul>`
          : nothing
      }`;
  }
}

/** Chooses a table, says how many rows were brought in, and lists by line what was not. */
export const importTable = directive(ImportTable);
