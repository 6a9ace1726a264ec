import type { ConditionScope } from '../../conditions/read-condition.js';
import { didYouMean, nearestTo } from '../../read/did-you-mean.js';
import { entriesOf, isObject, itemsOf, type Json, member, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { SectionPlan, StepPlan } from '../../types/plan.js';
import { leavesOf, type Outline } from '../outline.js';
import { SectionBuilder } from './section-builder.js';

/** What steps are built from. */
export interface StepContext {
  readonly outline: Outline;
  readonly scope: ConditionScope;
  /** Whether the texts hold a heading of this key. */
  readonly hasHeading: (key: string) => boolean;
}

/**
 * The pages of the interview, from each state's `meta`. Reports `unknown-pointer`, `bad-step`,
 * `asked-twice` and `never-asked`.
 */
export function buildSteps(
  workspace: Workspace,
  flow: Json,
  context: StepContext,
): Record<string, StepPlan> {
  const steps: Record<string, StepPlan> = {};
  for (const [name, state] of entriesOf(flow['states'])) {
    const meta = member(state, 'meta');
    steps[name] = isObject(meta)
      ? buildStep(workspace, meta, context)
      : refuseStep(workspace, workspace.placeOfKey(flow['states'], name));
  }
  reportAsked(workspace, flow, steps, context.outline);
  return steps;
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

function absolute(pointer: string, each: string | undefined): string {
  return each !== undefined && pointer.startsWith('./') ? `${each}/*${pointer.slice(1)}` : pointer;
}

function reportAsked(
  workspace: Workspace,
  flow: Json,
  steps: Readonly<Record<string, StepPlan>>,
  outline: Outline,
): void {
  const asked = new Map<string, string>();
  for (const [name, step] of Object.entries(steps)) {
    if (step.each !== undefined) asked.set(step.each, name);
    for (const pointer of step.sections.flatMap((section) => section.items)) {
      const before = asked.get(pointer);
      if (before !== undefined && pointer !== step.each) {
        workspace.report(workspace.placeOfKey(flow['states'], name), {
          rule: 'asked-twice',
          message: `"${pointer}" is asked in "${before}" and again in "${name}": a person says it once.`,
          fix: 'Remove it from one of the two steps.',
        });
      }
      asked.set(pointer, name);
    }
  }
  const pointers = [...Object.keys(outline.fields), ...Object.keys(outline.groups)];
  const meant = mistyped(flow, outline);
  const isMeant = (one: string) => meant.some((at) => one === at || one.startsWith(`${at}/`));
  for (const pointer of pointers.filter((one) => !isAsked(one, asked) && !isMeant(one))) {
    workspace.report(outline.nodes.get(pointer)?.place ?? workspace.placeOf(flow), {
      rule: 'never-asked',
      message: `No step asks "${pointer}", so it stays unknown for everybody.`,
      fix: 'Name it, or the object that holds it, in "ask" of a step of flow.json; or remove it.',
    });
  }
}

/** What the unknown pointers of the steps most likely mean: that it is not asked follows from the mistake, which is reported. */
function mistyped(flow: Json, outline: Outline): readonly string[] {
  return entriesOf(flow['states']).flatMap(([, state]) => {
    const meta = member(state, 'meta');
    const each = member(meta, 'each');
    const row = typeof each === 'string' ? each : undefined;
    const items = Array.isArray(member(meta, 'ask')) ? itemsOf(member(meta, 'ask')) : [];
    const named = items.flatMap((item) =>
      typeof item === 'string' ? [item] : textsOf(member(item, 'fields')),
    );
    const pointers = named.map((pointer) => absolute(pointer, row));
    return [...pointers, ...(row === undefined ? [] : [row])]
      .filter((pointer) => !outline.nodes.has(pointer))
      .flatMap((pointer) => nearestTo(pointer, outline.nodes.keys()) ?? []);
  });
}

/** Asked itself, or a part of a row of a group that is asked. */
function isAsked(pointer: string, asked: ReadonlyMap<string, string>): boolean {
  if (asked.has(pointer)) return true;
  const star = pointer.lastIndexOf('/*/');
  return star >= 0 && isAsked(pointer.slice(0, star), asked);
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

const badStep = {
  rule: 'bad-step',
  message: 'This step does not say what it asks, so a person would meet an empty page.',
  fix: 'Write "meta": { "ask": ["/pointer", { "group": "key", "fields": […] }] }, "ask": "pieces" or "review", or "exit".',
};
