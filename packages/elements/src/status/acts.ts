import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../form/heading.js';
import { panel } from './panels.js';
import { said } from './said.js';
import type { StatusScope } from './status-scope.js';

/** Acts of this page, most useful first. Others of `can` have their own page or paper. */
const acts: readonly string[] = [
  'supply-pieces',
  'transmit',
  'undo-withdrawal',
  'reopen',
  'amend',
  'ask-reasons',
  'appeal',
  'report-incident',
  'withdraw',
];

/** What is done at the press of the button; anything else opens a panel that asks first. */
const direct = new Set(['undo-withdrawal', 'reopen', 'ask-reasons']);

/** What the person can do now. When it is their turn the first act is the page's primary one. */
export function actsNow(scope: StatusScope): unknown {
  const can = acts.filter((act) => scope.view.can.includes(act));
  if (can.length === 0) return nothing;
  const { say, prefix } = scope;
  return html`<section class="gui-section gui-screen-only" aria-labelledby=${`${prefix}-can`}>
    ${heading(scope.level + 1, say('status.can'), `${prefix}-can`, 'gui-section-title')}
    <ul class="gui-st-acts" role="list">
      ${repeat(
        can,
        (act) => act,
        (act, at) => one(scope, act, at === 0 && scope.view.turn === 'holder'),
      )}
    </ul>
  </section>`;
}

function one(scope: StatusScope, act: string, first: boolean): TemplateResult {
  const { open, outcome, busy, prefix, say } = scope;
  const asks = !direct.has(act) && act !== 'amend' && act !== 'supply-pieces';
  const id = `${prefix}-act-${act}`;
  return html`<li>
    <button
      type="button"
      class=${first && open !== act ? 'gui-main' : 'gui-second'}
      data-act=${act}
      aria-expanded=${asks ? String(open === act) : nothing}
      aria-controls=${asks && open === act ? id : nothing}
      aria-disabled=${busy ? 'true' : nothing}
      @click=${() => press(scope, act)}
      .textContent=${say(`can.${act}`)}
    ></button>
    ${asks && open === act ? html`<div class="gui-st-panel" id=${id}>${panel(scope, act)}</div>` : nothing}
    ${outcome?.act === act && outcome.text ? said(outcome.text, outcome.ok ? 'gui-st-done' : 'gui-warning') : nothing}
  </li>`;
}

function press(scope: StatusScope, act: string): void {
  if (scope.busy) return;
  if (act === 'amend' || act === 'supply-pieces') return scope.amend(act);
  if (direct.has(act)) return scope.send(act);
  scope.toggle(act);
}
