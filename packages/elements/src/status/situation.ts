import type { ClockView, DossierView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from '../live/keyed.js';
import { heading } from '../form/heading.js';
import { said } from './said.js';
import { wordsOf } from './say-with.js';
import type { StatusScope } from './status-scope.js';
import { dayOf, daysLeft } from './when.js';

/** Where the dossier stands: its public label, whose turn it is, what that means, since when, until when. */
export function situation(scope: StatusScope): TemplateResult {
  const { view, say } = scope;
  const { label, more } = wordsOf(scope.texts, 'states', view.label);
  return html`<section
    class="gui-st-now"
    data-turn=${view.turn}
    aria-labelledby=${`${scope.prefix}-now`}
  >
    <p class="gui-st-turn" .textContent=${say(`turn.${view.turn}`)}></p>
    ${keyed(label, heading(scope.level + 1, label, `${scope.prefix}-now`, 'gui-st-label'))}
    ${said(more, 'gui-st-means')}
    ${said(say('status.since', { day: dayOf(scope, view.since) }), 'gui-st-since')}
    ${expected(scope)}
    <ul class="gui-st-facts">
      ${facts(scope).map((fact) => html`<li .textContent=${fact}></li>`)}
    </ul>
  </section>`;
}

/** The next legal date: in full, what is left of it, and what its end means. */
function expected(scope: StatusScope): unknown {
  const clock = nextClock(scope.view.clocks);
  if (!clock?.due) return nothing;
  // A suspended delay has no date yet: whoever reads one counts on it.
  if (clock.state === 'suspended')
    return html`<div class="gui-st-due">${said(scope.say('status.suspended'))}</div>`;
  const days = daysLeft(scope, clock.due);
  return html`<div class="gui-st-due">
    ${said(scope.say('status.expectedBy', { day: dayOf(scope, clock.due) }), 'gui-st-due-day')}
    ${days > 0 ? said(scope.say('clock.daysLeft', { days }), 'gui-st-due-left') : nothing}
    ${said(wordsOf(scope.texts, 'clocks', clock.means).more)}
  </div>`;
}

/** The clock that ends first among those still counting. */
export function nextClock(clocks: readonly ClockView[]): ClockView | undefined {
  return clocks
    .filter(({ state, due }) => (state === 'running' || state === 'suspended') && due)
    .toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))[0];
}

/** Three-valued facts are said as they are; before a filing there is neither *in time* nor *complete*. */
function facts({ view, say }: StatusScope): readonly string[] {
  return [
    ...(view.filedAt && view.inWindow ? [say(`status.inWindow.${timing(view)}`)] : []),
    ...(view.filedAt && view.complete ? [say(`status.complete.${view.complete}`)] : []),
    say(`status.amending.${view.amending}`),
  ];
}

/** Out of the window is late on one side only: too early costs nothing, and an unknown side is not said to be late. */
function timing({ inWindow, windowState }: DossierView): string {
  if (inWindow !== 'false') return inWindow ?? 'unknown';
  if (windowState === 'before') return 'before';
  return windowState === 'after' ? 'false' : 'unknown';
}
