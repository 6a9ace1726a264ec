import type { Workspace } from '../read/workspace.js';
import { member } from '../read/shapes.js';
import type { Condition } from '../types/condition.js';
import type { GroupPlan } from '../types/plan.js';
import type { Inherited } from './build-field.js';
import { kindOfNode } from './kind-of-node.js';
import type { Entry } from './schema/collect-facts.js';

/** Rows of a group whose author forgot to bound it; reported as `unbounded-group`. */
const defaultRows = 50;

/** One repeating group of the plan. */
export function groupPlanOf(
  workspace: Workspace,
  entry: Entry,
  guichet: Readonly<Record<string, unknown>>,
  around: Inherited,
  required: true | Condition | undefined,
): GroupPlan {
  const minItems = boundOf(workspace, entry, 'minItems');
  const maxItems = boundOf(workspace, entry, 'maxItems');
  if (maxItems === undefined) workspace.report(entry.place, unbounded(entry.pointer));
  const title = member(guichet['rows'], 'title');
  return {
    ...(typeof title === 'string' ? { title: `./${title.replace(/^\.?\//, '')}` } : {}),
    ...(minItems === undefined ? {} : { minItems }),
    fields: rowFieldsOf(entry),
    maxItems: maxItems ?? defaultRows,
    ...(around.show === undefined ? {} : { show: around.show }),
    ...(required === undefined ? {} : { required }),
    ...(around.source === undefined ? {} : { source: around.source }),
  };
}

/** Questions asked in a row, those of its objects included; a group inside has rows of its own. */
function rowFieldsOf(entry: Entry): string[] {
  const children = [...entry.children.values()].filter((child) => child.definitions.length > 0);
  return children.flatMap((child) => {
    const is = kindOfNode(child);
    if (is === 'field') return [child.pointer];
    return is === 'group' ? [] : rowFieldsOf(child);
  });
}

/** The narrowest of the bounds that always hold, or that the branches which alone define the group share. */
function boundOf(workspace: Workspace, entry: Entry, keyword: string): number | undefined {
  const bounded = entry.definitions.filter(({ schema }) => typeof schema[keyword] === 'number');
  const always = bounded.filter(({ when }) => when === undefined);
  const isAlone = entry.definitions.every(({ when }) => when !== undefined);
  const leading = isAlone ? bounded : always;
  const bounds = leading.map(({ schema }) => Number(schema[keyword]));
  const bound = keyword === 'minItems' ? Math.max(...bounds) : Math.min(...bounds);
  const known = bounds.length > 0 ? bound : undefined;
  for (const { schema, when } of bounded) {
    if (when !== undefined && schema[keyword] !== known) {
      workspace.report(workspace.placeOfKey(schema, keyword), conditional(entry.pointer));
    }
  }
  return known;
}

const conditional = (pointer: string) => ({
  rule: 'conditional-assertion',
  message: `How many rows "${pointer}" may have changes with other answers here: a person would see right answers become wrong.`,
  fix: 'Say it as advice in procedure.json, or ask another group in this branch.',
});
const unbounded = (pointer: string) => ({
  rule: 'unbounded-group',
  message: `"${pointer}" takes any number of rows: checking them could freeze a person's page.`,
  fix: 'Add "maxItems".',
});
