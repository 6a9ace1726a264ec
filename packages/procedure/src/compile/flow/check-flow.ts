import type { Workspace } from '../../read/workspace.js';
import type { FlowPlan, StepPlan } from '../../types/plan.js';
import type { Outline } from '../outline.js';
import { checkEndings, checkGuideEndings } from './check-endings.js';
import { checkReach } from './check-reach.js';
import { pageWays } from './page-ways.js';

/** What was made of flow.json, and what it is made from. */
export interface MadeFlow {
  readonly flow: unknown;
  readonly machine: FlowPlan;
  readonly steps: Readonly<Record<string, StepPlan>>;
  readonly outline: Outline;
  readonly isGuide: boolean;
}

/** Follows every way of an interview: that pages are come to, that nothing turns in a circle, where it ends. */
export function checkFlow(workspace: Workspace, made: MadeFlow): void {
  const { flow, machine, steps, outline, isGuide } = made;
  const ways = pageWays(machine, steps);
  const reach = checkReach(workspace, flow, ways);
  const endings = { flow, steps, ways, reach };
  if (isGuide) checkGuideEndings(workspace, endings, outline);
  else checkEndings(workspace, endings);
}
