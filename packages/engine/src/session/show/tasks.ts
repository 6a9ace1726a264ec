import type { FlowState, FormPlan } from '@guichet/procedure';
import type { Page } from '../../flow/pages.js';
import { instancesOf } from '../../model/instances.js';
import { visibilityOf } from '../../model/visibility.js';
import type { Core } from '../core.js';
import { issuesOn, pointersOn } from '../issues.js';
import { firstOpen, pagesInside } from '../path.js';
import type { Issue, TaskView } from '../views.js';
import { own, say, word } from '../words.js';

/** The tasks of a list, in the order written, each with where it stands. */
export function showTasks(core: Core, list: Page): readonly TaskView[] {
  return (list.plan.tasks ?? []).map((name) => showTask(core, list, name));
}

/** What "continue" says on a task list: each task that can be done and is not, once. */
export function openTasks(core: Core, list: Page): readonly Issue[] {
  return showTasks(core, list)
    .filter(({ state }) => state === 'not-started' || state === 'in-progress')
    .map(({ name, title, state, step, missing, stops }) => ({
      pointer: `@task/${name}`,
      code: 'task-open',
      params: { label: title, missing },
      message: say(
        core,
        `task.${missing > 0 && state !== 'not-started' ? 'missing' : state}.said`,
        {
          label: title,
          missing,
        },
      ),
      stops,
      source: 'form',
      step,
    }));
}

function showTask(core: Core, list: Page, name: string): TaskView {
  const title = word(core, own(core.texts.steps, name)?.title) || name;
  const pages = pagesInside(core, list, name);
  const steps = pages.filter(({ plan }) => plan.kind !== 'tasks');
  if (steps.length === 0) {
    const state = mayBeAsked(core, name) ? 'cannot-start' : 'not-needed';
    return { name, title, state, step: '', missing: 0, stops: false };
  }
  const issues = steps.flatMap((page) => issuesOn(core, page));
  const isSeen = firstOpen(core, pages) === undefined;
  const isBegun = pages.some(
    (page) => core.progress.continued.has(page.id) || isAnswered(core, page),
  );
  const state = isSeen && issues.length === 0 ? 'done' : isBegun ? 'in-progress' : 'not-started';
  return {
    name,
    title,
    state,
    step: (firstOpen(core, pages) ?? pages[0])?.id ?? '',
    missing: issues.length,
    stops: issues.some(({ stops }) => stops),
  };
}

function isAnswered(core: Core, page: Page): boolean {
  const { answers, marks, pieces, rows } = core.progress;
  return pointersOn(core, page).some(
    (pointer) =>
      answers.has(pointer) ||
      marks.has(pointer) ||
      pieces.has(pointer.slice('@piece/'.length)) ||
      (rows.get(pointer)?.length ?? 0) > 0,
  );
}

/** Whether something of a task without a page waits for another answer: it is not said to be needless (rules.md A7). */
function mayBeAsked(core: Core, task: string): boolean {
  const items = namesIn(core.plan, task).flatMap((name) => {
    const step = own(core.plan.steps, name);
    const asked = (step?.sections ?? []).flatMap((section) => section.items);
    return step?.each === undefined ? asked : [step.each, ...asked];
  });
  return items.some((pattern) =>
    instancesOf(core.model.content, pattern).some(
      (pointer) => visibilityOf(core.model, pointer) === 'unknown',
    ),
  );
}

/** A state of the flow and all states inside it, by name. */
function namesIn({ flow }: FormPlan, task: string): readonly string[] {
  const inside = (states: Readonly<Record<string, FlowState>>, isTask: boolean): string[] =>
    Object.entries(states).flatMap(([name, state]) => {
      const isIn = isTask || name === task;
      return [...(isIn ? [name] : []), ...inside(state.states ?? {}, isIn)];
    });
  return inside(flow.states, false);
}
