import type { FieldPlan } from '../types/field.js';
import type { GroupPlan } from '../types/plan.js';
import type { Place } from '../read/workspace.js';

/** What a pointer is: an object of questions, a repeating group, or one question. */
export type NodeKind = 'object' | 'group' | 'row' | 'field';

/** One pointer of the answers, in schema order. */
export interface OutlineNode {
  readonly pointer: string;
  readonly is: NodeKind;
  readonly children: readonly string[];
  readonly place: Place;
  /** Text key given by `guichet.why`. */
  readonly why?: string;
}

/** The questions of a procedure: fields and groups of the plan, and how they nest. */
export interface Outline {
  readonly nodes: ReadonlyMap<string, OutlineNode>;
  readonly fields: Readonly<Record<string, FieldPlan>>;
  readonly groups: Readonly<Record<string, GroupPlan>>;
}

/** Pointers of the fields and groups at or below a pointer, in schema order; rows of groups are left out. */
export function leavesOf(outline: Outline, pointer: string): string[] {
  const node = outline.nodes.get(pointer);
  if (!node) return [];
  if (node.is === 'field' || node.is === 'group') return [pointer];
  return node.children.flatMap((child) => leavesOf(outline, child));
}
