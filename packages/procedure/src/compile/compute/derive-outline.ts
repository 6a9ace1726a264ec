import { isObject, type Json } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { FieldPlan } from '../../types/field.js';
import type { GroupPlan } from '../../types/plan.js';
import { lookupOf } from '../lookup/build-lookup.js';
import type { Outline } from '../outline.js';
import { rowsOf } from '../rows/build-rows.js';
import type { Entry } from '../schema/collect-facts.js';
import { computedField, reportNotComputed, wholeValuesOf } from './build-computed.js';
import type { ComputeScope } from './compute-scope.js';

/**
 * The outline with what its annotations say of other questions, which are all known by now: computed values,
 * lookups, the periods and columns of rows.
 */
export function deriveOutline(
  workspace: Workspace,
  outline: Outline,
  root: Entry,
  procedure: Json,
): Outline {
  const fields: Record<string, FieldPlan> = { ...outline.fields };
  const groups: Record<string, GroupPlan> = { ...outline.groups };
  const sources = new Set(Object.keys((procedure['sources'] as object | undefined) ?? {}));
  const scope = {
    workspace,
    nodes: outline.nodes,
    fields,
    values: new Set(Object.keys((procedure['values'] as object | undefined) ?? {})),
    wholeValues: wholeValuesOf(procedure),
    canBeInactive: (pointer: string) => fields[pointer]?.show !== undefined,
  };
  const annotated = annotationsOf(root);
  // Kinds first: what a computation is built on may be computed itself.
  for (const { entry, guichet } of annotated) {
    const own = { ...scope, field: entry.pointer, row: aroundOf(entry.pointer) };
    deriveField(own, fields, entry, guichet);
  }
  for (const { entry, guichet } of annotated) {
    const own = { ...scope, field: entry.pointer, row: aroundOf(entry.pointer) };
    deriveLookup(own, fields, guichet, sources);
    const [group, rows] = [groups[entry.pointer], guichet['rows']];
    if (group && isObject(rows)) {
      groups[entry.pointer] = { ...group, ...rowsOf(own, rows, sources) };
    }
  }
  return { nodes: outline.nodes, fields, groups };
}

function deriveField(
  scope: ComputeScope,
  fields: Record<string, FieldPlan>,
  entry: Entry,
  guichet: Json,
): void {
  const field = fields[scope.field];
  if (!field) return;
  if (guichet['compute'] !== undefined) {
    const required = entry.required.length > 0 ? [entry.place] : [];
    fields[scope.field] = computedField(scope, field, guichet, required);
  } else if (guichet['kind'] === 'computed') {
    reportNotComputed(scope.workspace, guichet, scope.field);
  }
}

function deriveLookup(
  scope: ComputeScope,
  fields: Record<string, FieldPlan>,
  guichet: Json,
  sources: ReadonlySet<string>,
): void {
  const field = fields[scope.field];
  if (!field || field.compute || guichet['lookup'] === undefined) return;
  const at = scope.workspace.placeOf(guichet, 'lookup');
  const lookup = lookupOf(scope, field, guichet['lookup'], at, sources);
  if (lookup) fields[scope.field] = { ...field, lookup };
}

interface Annotated {
  readonly entry: Entry;
  readonly guichet: Json;
}

/** Every `guichet` as it was written, with the pointer that it speaks of. */
function annotationsOf(entry: Entry): Annotated[] {
  const own = entry.definitions.flatMap(({ schema }) =>
    isObject(schema['guichet']) ? [{ entry, guichet: schema['guichet'] }] : [],
  );
  return [...own, ...[...entry.children.values()].flatMap(annotationsOf)];
}

function aroundOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
