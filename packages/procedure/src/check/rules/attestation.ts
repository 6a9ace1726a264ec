import type { Workspace } from '../../read/workspace.js';
import type { Plan } from '../../types/plan.js';
import { leavesOfJourney } from '../../journey/leaves-of-journey.js';

/** Events that file or amend, whatever the journey says. */
const always: readonly string[] = ['FILED', 'AMENDED'];
/** Events that file or amend where the journey knows them. */
const whereKnown: readonly string[] = ['TRANSMITTED'];

/**
 * R1: an attestation on every event that files or amends. A proposal left without one is a warning:
 * it is received all the same (design.md §4.5).
 */
export function checkAttestation(workspace: Workspace, plan: Plan): void {
  const attested = new Set(Object.values(plan.attestations).flatMap((one) => one.on ?? []));
  const leaves = [...leavesOfJourney(plan.lifecycle).values()];
  const knows = (event: string) => leaves.some((leaf) => leaf.on.has(event));
  const needed = [...always, ...whereKnown.filter(knows)];
  for (const event of needed.filter((name) => !attested.has(name))) {
    report(workspace, event, 'error');
  }
  if (knows('AMENDMENT_PROPOSED') && !attested.has('AMENDMENT_PROPOSED')) {
    report(workspace, 'AMENDMENT_PROPOSED', 'warning');
  }
}

function report(workspace: Workspace, event: string, severity: 'error' | 'warning'): void {
  const procedure = workspace.read(`${workspace.id}/procedure.json`);
  workspace.report(workspace.placeOf(procedure, 'attestations'), {
    rule: 'R1',
    severity,
    message: `Nothing is attested on ${event}: a person would have no proof of what was received.`,
    fix: `Name ${event} in "on" of one of "attestations".`,
  });
}
