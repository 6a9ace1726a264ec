import type { StepView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormScope } from '../form/form-scope.js';

/** What a page offers at its foot. */
export interface Moves {
  goOn(): void;
  goBack(): void;
}

/** One primary action a page; the review has its own. After a change asked there, going on leads back to it. */
export function actions(scope: FormScope, moves: Moves): TemplateResult {
  const step = scope.session.step();
  return html`<div class="gui-actions gui-screen-only">
    ${
      step.kind === 'review' || step.isEnd
        ? nothing
        : html`<button type="button" class="gui-main" data-act="continue" @click=${moves.goOn}>
            ${scope.say(step.kind === 'exit' ? 'exit.continue' : 'continue')}
          </button>`
    }
    ${
      step.isFirst
        ? nothing
        : html`<button type="button" class="gui-link" data-act="back" @click=${moves.goBack}>
            ${scope.say(step.startsTask ? 'tasks.back' : 'back')}
          </button>`
    }
    ${otherWay(scope, step)}
  </div>`;
}

/** From inside a task straight to the list; from the end of a guide to its beginning. */
function otherWay(scope: FormScope, { list, startsTask, isEnd }: StepView): unknown {
  const { startAnother } = scope;
  if (list !== undefined && !startsTask)
    return link(scope.say('tasks.back'), () => scope.goTo(list));
  return isEnd && startAnother ? link(scope.say('guide.again'), startAnother) : nothing;
}

function link(words: string, go: () => void): TemplateResult {
  return html`<button type="button" class="gui-link" @click=${go}>${words}</button>`;
}
