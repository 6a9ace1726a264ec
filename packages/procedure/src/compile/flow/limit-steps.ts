import type { Json } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import { authoredStates } from './authored-states.js';

/** More pages than anybody can be led through. */
const mostSteps = 1000;

/** Reports `too-many-steps`: such an interview is not read, so that nobody waits for what would be said of it. */
export function limitSteps(workspace: Workspace, flow: Json): Json {
  if (authoredStates(flow).length <= mostSteps) return flow;
  workspace.report(workspace.placeOf(flow, 'states'), {
    rule: 'too-many-steps',
    message: `More than ${mostSteps} steps: nobody would come to the end of them, so none was read.`,
    fix: 'Ask for what repeats in a group with "each", and put what belongs together on one page.',
  });
  return { ...flow, states: {} };
}
