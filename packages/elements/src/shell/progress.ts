import type { StepSummary } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../form/scope.js';
import { watch } from '../live/watch.js';

/** Where the person is, and the list of steps behind it: those already seen can be opened again. */
export function progress(scope: Scope): unknown {
  return watch(
    scope.hub,
    () => {
      const { number, of } = scope.session.step();
      return html`<div class="gui-progress">
        <progress class="gui-bar" max=${of} .value=${number} aria-hidden="true"></progress>
        <details class="gui-steps">
          <summary><span .textContent=${scope.say('step.of', { number, of })}></span></summary>
          <nav aria-label=${scope.say('steps.title')}>
            <ol>
              ${lines(scope, scope.session.steps(), undefined)}
            </ol>
          </nav>
        </details>
      </div>`;
    },
    '@step',
    '@steps',
  );
}

/** The pages outside task lists, or those of one; a list holds its own. */
function lines(
  scope: Scope,
  all: readonly StepSummary[],
  list: string | undefined,
): readonly TemplateResult[] {
  return all.filter((step) => step.list === list).map((step) => line(scope, step, all));
}

function line(scope: Scope, step: StepSummary, all: readonly StepSummary[]): TemplateResult {
  const inside = lines(scope, all, step.id);
  const said =
    step.issues > 0
      ? scope.say('steps.issues', { count: step.issues })
      : scope.say(`steps.${step.state}`);
  return html`<li
    class="gui-step"
    data-state=${step.state}
    aria-current=${step.state === 'current' ? 'step' : nothing}
  >
    ${
      step.state === 'done' || step.state === 'open'
        ? html`<button
            type="button"
            class="gui-link"
            @click=${() => scope.goTo(step.id)}
            .textContent=${step.title}
          ></button>`
        : html`<span .textContent=${step.title}></span>`
    }
    <span class="gui-step-state" .textContent=${said}></span>
    ${
      inside.length > 0
        ? html`<ul>
            ${inside}
          </ul>`
        : nothing
    }
  </li>`;
}
