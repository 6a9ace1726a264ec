import type { Issue } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../form/heading.js';
import type { Scope } from '../form/scope.js';
import { watch } from '../live/watch.js';

/** What has to be mended, above the page, each with a link to its place. Empty until "continue" or "file". */
export function summary(scope: Scope): unknown {
  return watch(
    scope.hub,
    () => {
      const issues = scope.session.summary();
      return issues.length === 0 ? nothing : list(scope, issues);
    },
    '@summary',
  );
}

function list(scope: Scope, issues: readonly Issue[]): TemplateResult {
  const here = scope.session.step().id;
  const titles = new Map(scope.session.steps().map(({ id, title }) => [id, title]));
  return html`<div
    class="gui-summary"
    role="group"
    id=${scope.id('/summary')}
    tabindex="-1"
    @blur=${forgetFocus}
    aria-labelledby=${scope.id('/summary', 'title')}
  >
    <div role="alert">
      ${heading(scope.level, html`<span .textContent=${summaryTitle(scope, issues)}></span>`, scope.id('/summary', 'title'), 'gui-summary-title')}
      <ul>
        ${repeat(
          issues,
          ({ pointer, code }) => `${pointer} ${code}`,
          (issue) =>
            html`<li>
              <a
                href="#${scope.id(issue.pointer)}"
                @click=${(event: Event) => {
                  event.preventDefault();
                  scope.goTo(issue.step, issue.pointer);
                }}
                .textContent=${
                  issue.step === here || issue.code === 'task-open'
                    ? issue.message
                    : scope.say('summary.onStep', {
                        message: issue.message,
                        step: titles.get(issue.step) ?? '',
                      })
                }
              ></a>
            </li>`,
        )}
      </ul>
      ${scope.session.step().mayContinue ? html`<p>${scope.say('summary.again')}</p>` : nothing}
    </div>
  </div>`;
}

/**
 * The box takes focus once, from script: afterwards a click on its text must not move focus there. Nor is
 * it read out again for each answer that shortens it: it was said when it came.
 */
function forgetFocus(event: Event): void {
  const box = event.currentTarget as HTMLElement;
  box.removeAttribute('tabindex');
  box.querySelector('[role=alert]')?.removeAttribute('role');
}

/** What is only missing is not called wrong. */
function summaryTitle(scope: Scope, issues: readonly Issue[]): string {
  if (issues.every(({ code }) => code === 'task-open'))
    return scope.say('tasks.open', { count: issues.length });
  const missing = issues.every(({ code, stops }) => code === 'required' && !stops);
  return scope.say(missing ? 'review.toComplete' : 'summary.title', { count: issues.length });
}
