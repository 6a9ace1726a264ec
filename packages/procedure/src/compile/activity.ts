import { readsOfCondition } from '../conditions/reads-of.js';
import type { Workspace } from '../read/workspace.js';
import type { Outline } from './outline.js';

/**
 * Fields and groups whose activity depends on something, deciders first (rules.md A8).
 * Reports `activity-cycle`, with the loop.
 */
export function orderActivity(workspace: Workspace, outline: Outline): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (pointer: string, trail: readonly string[]): void => {
    if (trail.includes(pointer)) return reportLoop(workspace, outline, trail, pointer);
    const show = (outline.fields[pointer] ?? outline.groups[pointer])?.show;
    if (show === undefined || done.has(pointer)) return;
    for (const decider of readsOfCondition(show)) visit(decider, [...trail, pointer]);
    if (done.has(pointer)) return;
    done.add(pointer);
    order.push(pointer);
  };
  for (const node of outline.nodes.values()) visit(node.pointer, []);
  return order;
}

function reportLoop(
  workspace: Workspace,
  outline: Outline,
  trail: readonly string[],
  pointer: string,
): void {
  const loop = [...trail.slice(trail.indexOf(pointer)), pointer];
  const at = outline.nodes.get(pointer)?.place ?? workspace.placeOf(undefined);
  workspace.report(at, {
    rule: 'activity-cycle',
    message: `Whether each of these is asked depends on the next, so none ever would be: ${loop.join(' → ')}.`,
    fix: 'Remove one of these conditions.',
  });
}
