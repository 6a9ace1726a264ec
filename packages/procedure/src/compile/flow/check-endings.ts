import type { Workspace } from '../../read/workspace.js';
import type { StepPlan } from '../../types/plan.js';
import type { Outline } from '../outline.js';
import { authoredStates } from './authored-states.js';
import type { PageWays } from './page-ways.js';
import type { Reach } from './check-reach.js';

/** What a flow is held to at its ends. */
export interface Endings {
  readonly flow: unknown;
  readonly steps: Readonly<Record<string, StepPlan>>;
  readonly ways: PageWays;
  readonly reach: Reach;
}

/**
 * Where an interview ends: with a review, from which one files. Reports `no-review`, `review-not-last` and
 * `dead-end-step`; an exit that cannot be left is R13's.
 */
export function checkEndings(workspace: Workspace, { flow, steps, ways, reach }: Endings): void {
  const kindOf = (name: string) => (Object.hasOwn(steps, name) ? steps[name]?.kind : undefined);
  for (const { name, holder } of authoredStates(flow)) {
    const at = workspace.placeOfKey(holder, name);
    if (kindOf(name) === 'review') {
      const leads = (ways.to.get(name) ?? []).length > 0;
      if (leads || ways.inTask.has(name)) workspace.report(at, notLast(name));
    } else if (reach.ends.includes(name) && kindOf(name) !== 'exit')
      workspace.report(at, deadEnd(name));
  }
  if ([...reach.reached].some((name) => kindOf(name) === 'review')) return;
  workspace.report(workspace.placeOf(flow, 'states'), {
    rule: 'no-review',
    message: 'No step lets a person check the answers and file.',
    fix: 'Add a step with "meta": { "ask": "review" } at the end.',
  });
}

/**
 * Where a guide ends: with an exit, or with a page that only tells. Reports `guide-ending` and `guide-step`.
 */
export function checkGuideEndings(
  workspace: Workspace,
  { flow, steps, reach }: Endings,
  outline: Outline,
): void {
  for (const { name, holder } of authoredStates(flow)) {
    const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
    const at = workspace.placeOfKey(holder, name);
    if (step?.kind === 'review' || step?.kind === 'pieces')
      workspace.report(at, filesNothing(name));
    else if (step && reach.ends.includes(name) && !onlyTells(step, outline))
      workspace.report(at, asksAtEnd(name));
  }
}

function onlyTells({ kind, sections }: StepPlan, { fields }: Outline): boolean {
  if (kind === 'exit') return true;
  const items = sections.flatMap((section) => section.items);
  const isTold = (pointer: string) =>
    Object.hasOwn(fields, pointer) && fields[pointer]?.kind === 'information';
  return kind === 'fields' && items.every(isTold);
}

const notLast = (name: string) => ({
  rule: 'review-not-last',
  message: `The review "${name}" is where a person files, so nobody ever comes to what follows it.`,
  fix: 'Make it the last page: no NEXT, neither its own nor that of a state around it, and outside task lists.',
});
const deadEnd = (name: string) => ({
  rule: 'dead-end-step',
  message: `From "${name}" no way leads on: a person could neither check the answers nor file.`,
  fix: 'Give it, or the state around it, "on": { "NEXT": … } towards the review.',
});
const filesNothing = (name: string) => ({
  rule: 'guide-step',
  message: `A guide files nothing, so "${name}" would ask for a review or for documents that nobody receives.`,
  fix: 'End with an exit, or with a page that asks only questions of kind "information".',
});
const asksAtEnd = (name: string) => ({
  rule: 'guide-ending',
  message: `The guide ends at "${name}" with a question: a person would answer and be told nothing.`,
  fix: 'Lead on to an exit, or to a page that asks only questions of kind "information": who can help.',
});
