import { allOf, anyOf, isImplied, negate } from '../conditions/simplify.js';
import { isObject } from '../read/shapes.js';
import type { Workspace } from '../read/workspace.js';
import type { Condition } from '../types/condition.js';
import type { FieldPlan } from '../types/field.js';
import type { GroupPlan } from '../types/plan.js';
import { fieldPlanOf, type Inherited } from './build-field.js';
import { groupPlanOf } from './build-group.js';
import { kindOfNode } from './kind-of-node.js';
import type { Outline, OutlineNode } from './outline.js';
import type { Entry, Facts } from './schema/collect-facts.js';

/** What its place in the tree gives to a pointer. */
export interface Surroundings extends Inherited {
  readonly show: Condition | undefined;
}

/**
 * Lowers the facts of a data schema to fields and groups, in schema order (rules.md A2, A5).
 * Reports `unknown-property` for what is required or forbidden and never defined.
 */
export function buildOutline(workspace: Workspace, facts: Facts): Outline {
  const builder = new OutlineBuilder(workspace);
  builder.add(facts.root, { show: undefined });
  return builder;
}

class OutlineBuilder implements Outline {
  readonly nodes = new Map<string, OutlineNode>();
  readonly fields: Record<string, FieldPlan> = {};
  readonly groups: Record<string, GroupPlan> = {};

  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  add(entry: Entry, above: Surroundings): void {
    if (entry.definitions.length === 0) return reportUndefined(this.workspace, entry);
    const guichet = guichetOf(entry);
    const around: Surroundings = { ...inherit(above, guichet), show: showOf(entry, above.show) };
    const is = kindOfNode(entry);
    const why = guichet['why'];
    this.nodes.set(entry.pointer, {
      pointer: entry.pointer,
      is,
      place: entry.place,
      children: [...entry.children.values()]
        .filter((child) => child.definitions.length > 0)
        .map((child) => child.pointer),
      ...(typeof why === 'string' ? { why } : {}),
    });
    const required = requiredOf(entry, around.show);
    if (is === 'field') {
      this.fields[entry.pointer] = fieldPlanOf(this.workspace, entry, guichet, around, required);
    }
    if (is === 'group') {
      this.groups[entry.pointer] = groupPlanOf(this.workspace, entry, guichet, around, required);
    }
    for (const child of entry.children.values()) this.add(child, around);
  }
}

/** The `guichet` annotations of a pointer, from all its definitions. */
function guichetOf(entry: Entry): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const { schema } of entry.definitions) {
    if (isObject(schema['guichet'])) Object.assign(made, schema['guichet']);
  }
  return made;
}

function inherit(above: Surroundings, guichet: Record<string, unknown>): Inherited {
  const source = typeof guichet['source'] === 'string' ? guichet['source'] : above.source;
  const isConfidential = above.confidential === true || guichet['confidential'] === true;
  return {
    ...(source === undefined ? {} : { source }),
    ...(isConfidential ? { confidential: true as const } : {}),
  };
}

/** Active unless a branch forbids it, or while no branch that defines it is taken. */
function showOf(entry: Entry, above: Condition | undefined): Condition | undefined {
  const defined = anyOf(entry.definitions.map((definition) => definition.when));
  return allOf([above, ...entry.forbidden.map(negate), defined]);
}

function requiredOf(entry: Entry, show: Condition | undefined): true | Condition | undefined {
  if (entry.required.length === 0) return undefined;
  const required = anyOf(entry.required);
  return required === undefined || isImplied(required, show) ? true : required;
}

function reportUndefined(workspace: Workspace, entry: Entry): void {
  workspace.report(entry.place, {
    rule: 'unknown-property',
    message: `"${entry.pointer}" is required or forbidden, but no "properties" define it, so nobody can answer it.`,
    fix: 'Define it under "properties", or correct its name.',
  });
}
