import type { ConditionScope } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { entriesOf, isObject, itemsOf, type Json, member, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { SectionPlan, StepPlan } from '../../types/plan.js';
import { leavesOf, type Outline } from '../outline.js';
import { absolute } from './absolute.js';
import { type AuthoredState, authoredStates, isCompound, isTaskList } from './authored-states.js';
import { checkAsked } from './check-asked.js';
import { SectionBuilder } from './section-builder.js';

/** What steps are built from. */
export interface StepContext {
  readonly outline: Outline;
  readonly scope: ConditionScope;
  /** Whether the texts hold a heading of this key. */
  readonly hasHeading: (key: string) => boolean;
}

/**
 * The pages of the interview, from each state's `meta`: one a state without others inside, one a task list.
 * Reports `unknown-pointer`, `bad-step`, and what `checkAsked` reports.
 */
export function buildSteps(
  workspace: Workspace,
  flow: Json,
  context: StepContext,
): Record<string, StepPlan> {
  const steps = authoredStates(flow).flatMap((one): [string, StepPlan][] => {
    const step = isCompound(one.state)
      ? compoundStep(workspace, one)
      : pageStep(workspace, one, context);
    return step === undefined ? [] : [[one.name, step]];
  });
  const made = Object.fromEntries(steps);
  checkAsked(workspace, flow, made, context.outline);
  return made;
}

/** A state with pages inside asks nothing itself: it is walked through, or drawn as the list of its tasks. */
function compoundStep(
  workspace: Workspace,
  { name, state, holder }: AuthoredState,
): StepPlan | undefined {
  const meta = member(state, 'meta');
  for (const [key] of entriesOf(meta)) {
    if (key !== 'sections')
      workspace.report(workspace.placeOfKey(meta, key), asksNothing(name, key));
  }
  const tasks = entriesOf(member(state, 'states')).map(([task]) => task);
  if (tasks.length === 0) refuseStep(workspace, workspace.placeOfKey(holder, name));
  return isTaskList(state) ? { kind: 'tasks', sections: [], tasks } : undefined;
}

function pageStep(
  workspace: Workspace,
  { name, state, holder }: AuthoredState,
  context: StepContext,
): StepPlan {
  const meta = member(state, 'meta');
  if (isObject(meta)) return buildStep(workspace, meta, context);
  return refuseStep(workspace, workspace.placeOfKey(holder, name));
}

function buildStep(workspace: Workspace, meta: Json, context: StepContext): StepPlan {
  const { ask } = meta;
  if (isObject(meta['exit'])) return exitStep(workspace, meta['exit'], context);
  if (ask === 'pieces' || ask === 'review') return { kind: ask, sections: [] };
  if (!Array.isArray(ask)) return refuseStep(workspace, workspace.placeOf(meta));
  const each = meta['each'];
  if (each === undefined) {
    return { kind: 'fields', sections: sectionsOf(workspace, ask, undefined, context) };
  }
  const group = String(each);
  if (context.outline.nodes.get(group)?.is !== 'group') {
    reportPointer(workspace, meta, 'each', group, Object.keys(context.outline.groups));
    return { kind: 'fields', sections: [] };
  }
  return { kind: 'each', each: group, sections: sectionsOf(workspace, ask, group, context) };
}

function exitStep(workspace: Workspace, exit: Json, context: StepContext): StepPlan {
  const carry = textsOf(exit['carry']).flatMap((pointer, index) => {
    const leaves = leavesOf(context.outline, pointer);
    if (leaves.length > 0) return leaves;
    reportPointer(workspace, exit['carry'], String(index), pointer, context.outline.nodes.keys());
    return [];
  });
  const procedure = exit['procedure'];
  const say = String(exit['say']);
  return {
    kind: 'exit',
    sections: [],
    exit: { say, carry, ...(typeof procedure === 'string' ? { procedure } : {}) },
  };
}

function sectionsOf(
  workspace: Workspace,
  ask: unknown[],
  each: string | undefined,
  context: StepContext,
): SectionPlan[] {
  const sections = new SectionBuilder(context);
  for (const [index, item] of ask.entries()) {
    if (typeof item === 'string') {
      const pointer = absolute(item, each);
      if (!sections.addTree(pointer)) {
        reportPointer(workspace, ask, String(index), item, context.outline.nodes.keys());
      }
      continue;
    }
    const key = member(item, 'group');
    if (typeof key !== 'string') {
      workspace.report(workspace.placeOf(ask, String(index)), badStep);
      continue;
    }
    for (const [place, field] of itemsOf(member(item, 'fields')).entries()) {
      if (sections.addTo(key, absolute(String(field), each))) continue;
      const fields = member(item, 'fields');
      reportPointer(workspace, fields, String(place), String(field), context.outline.nodes.keys());
    }
  }
  return sections.made();
}

function reportPointer(
  workspace: Workspace,
  holder: unknown,
  key: string,
  pointer: string,
  known: Iterable<string>,
): void {
  workspace.report(workspace.placeOf(holder, key), {
    rule: 'unknown-pointer',
    message: `"${pointer}" is not a question of this procedure, so this step cannot ask it.`,
    fix: `Name a question or an object of data.schema.json.${didYouMean(pointer, known)}`,
  });
}

function refuseStep(workspace: Workspace, at: ReturnType<Workspace['placeOf']>): StepPlan {
  workspace.report(at, badStep);
  return { kind: 'fields', sections: [] };
}

const asksNothing = (name: string, key: string) => ({
  rule: 'bad-step',
  message: `"${name}" has pages inside, so its own "${key}" would be shown to nobody.`,
  fix: `Move "${key}" to one of the pages inside; here "meta" may only hold "sections".`,
});
const badStep = {
  rule: 'bad-step',
  message: 'This step does not say what it asks, so a person would meet an empty page.',
  fix: 'Write "meta": { "ask": ["/pointer", { "group": "key", "fields": […] }] }, "ask": "pieces" or "review", or "exit"; or pages inside it: "initial" and "states".',
};
