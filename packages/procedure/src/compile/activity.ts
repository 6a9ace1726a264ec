import { readsOfCondition } from '../conditions/reads-of.js';
import type { Workspace } from '../read/workspace.js';
import { readsOfCompute } from './compute/reads-of-compute.js';
import type { Outline } from './outline.js';

/**
 * Fields and groups whose activity depends on something, deciders first, through computed values too (rules.md A8).
 * Reports `activity-cycle`, or `compute-cycle` where a value would be computed from itself, with the loop.
 */
export function orderActivity(workspace: Workspace, outline: Outline): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (pointer: string, trail: readonly string[]): void => {
    if (trail.includes(pointer)) return reportLoop(workspace, outline, trail, pointer);
    const show = (outline.fields[pointer] ?? outline.groups[pointer])?.show;
    const compute = outline.fields[pointer]?.compute;
    if ((show === undefined && compute === undefined) || done.has(pointer)) return;
    const deciders = [...readsOfCondition(show), ...readsOfCompute(compute)];
    for (const decider of deciders) visit(decider, [...trail, pointer]);
    if (done.has(pointer)) return;
    done.add(pointer);
    if (show !== undefined) order.push(pointer);
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
  if (loop.some((one) => outline.fields[one]?.compute)) {
    workspace.report(at, {
      rule: 'compute-cycle',
      message: `Each of these follows from the next, so none would ever be known: ${loop.join(' → ')}.`,
      fix: 'Compute one of them from something else.',
    });
    return;
  }
  workspace.report(at, {
    rule: 'activity-cycle',
    message: `Whether each of these is asked depends on the next, so none ever would be: ${loop.join(' → ')}.`,
    fix: 'Remove one of these conditions.',
  });
}
