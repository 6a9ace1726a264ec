import type { StepView, TaskView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../form/scope.js';

/** A list of tasks, done in any order: each a link with where it stands in words, and how many are done. */
export function tasksStep(scope: Scope, { tasks = [] }: StepView): TemplateResult {
  const open = tasks.filter(({ step }) => step !== '');
  const done = open.filter(({ state }) => state === 'done').length;
  return html`<div class="gui-section">
    <p class="gui-tasks-count">
      <strong .textContent=${scope.say('tasks.done', { done, of: open.length })}></strong>
      <span class="gui-hint" .textContent=${scope.say('tasks.hint')}></span>
    </p>
    <ul class="gui-tasks" role="list">
      ${repeat(
        tasks,
        ({ name }) => name,
        (task) => line(scope, task),
      )}
    </ul>
  </div>`;
}

function line(scope: Scope, task: TaskView): TemplateResult {
  const { name, title, state, step } = task;
  const said = scope.id(`/task/${name}`, 'state');
  return html`<li class="gui-task" data-state=${state}>
    ${
      step === ''
        ? html`<span class="gui-task-title" .textContent=${title}></span>`
        : html`<a
            class="gui-task-title"
            id=${scope.id(`/task/${name}`)}
            href="#${scope.id('/heading')}"
            aria-describedby=${said}
            @click=${(event: Event) => {
              event.preventDefault();
              scope.goTo(step);
            }}
            .textContent=${title}
          ></a>`
    }
    <span class="gui-task-state" id=${said} .textContent=${stateWords(scope, task)}></span>
    ${
      state === 'cannot-start'
        ? html`<span
            class="gui-hint gui-task-why"
            .textContent=${scope.say('tasks.cannotStart')}
          ></span>`
        : nothing
    }
  </li>`;
}

/** Where a task stands; once it is begun, how much is missing says more than that it is not done. */
function stateWords(scope: Scope, { state, missing }: TaskView): string {
  const words = scope.say(`task.${state}`);
  if (state !== 'in-progress' || missing === 0) return words;
  return `${words} · ${scope.say('task.missing', { missing })}`;
}
