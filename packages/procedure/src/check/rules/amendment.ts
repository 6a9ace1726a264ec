import type { Workspace } from '../../read/workspace.js';
import type { Plan } from '../../types/plan.js';
import { initialLeaf, type JourneyLeaf, leavesOfJourney } from '../../journey/leaves-of-journey.js';

const filing: readonly string[] = ['FILED', 'TRANSMITTED'];
const ending: readonly string[] = ['CLOSED', 'WITHDRAWN'];
const amending: readonly string[] = ['AMENDED', 'AMENDMENT_PROPOSED'];

/**
 * R2: the holder can amend in every state between filing and an express decision, and reopen what was
 * closed or withdrawn.
 */
export function checkAmendment(workspace: Workspace, plan: Plan): void {
  const leaves = leavesOfJourney(plan.lifecycle);
  const ended = targetsOf(leaves, ending);
  for (const path of afterFiling(leaves, initialLeaf(plan.lifecycle))) {
    const leaf = leaves.get(path);
    if (!leaf || leaf.meta?.decided === true) continue;
    const can = leaf.meta?.can ?? [];
    if (ended.has(path)) {
      if (!leaf.on.has('REOPENED') || !can.includes('reopen'))
        report(workspace, leaf, 'reopened', 'REOPENED');
    } else if (!can.includes('amend') || !amending.some((event) => leaf.on.has(event))) {
      report(workspace, leaf, 'amended', 'AMENDED');
    }
  }
}

/** Paths of the leaves where events of some types lead. */
function targetsOf(
  leaves: ReadonlyMap<string, JourneyLeaf>,
  events: readonly string[],
): Set<string> {
  return new Set(
    [...leaves.values()].flatMap((leaf) => events.flatMap((event) => leaf.on.get(event) ?? [])),
  );
}

/** Leaves that a dossier can be in once it is filed, in the order they are met. */
function afterFiling(leaves: ReadonlyMap<string, JourneyLeaf>, initial: string): Set<string> {
  const before = reach(leaves, [initial], (event) => !filing.includes(event));
  const filed = [...before].flatMap((path) =>
    filing.flatMap((event) => leaves.get(path)?.on.get(event) ?? []),
  );
  return reach(leaves, filed, () => true);
}

function reach(
  leaves: ReadonlyMap<string, JourneyLeaf>,
  from: readonly string[],
  follows: (event: string) => boolean,
): Set<string> {
  const reached = new Set(from);
  for (const path of reached) {
    for (const [event, targets] of leaves.get(path)?.on ?? []) {
      if (follows(event)) for (const target of targets) reached.add(target);
    }
  }
  return reached;
}

function report(workspace: Workspace, leaf: JourneyLeaf, what: string, event: string): void {
  const procedure = workspace.read(`${workspace.id}/procedure.json`);
  workspace.report(workspace.placeOf(procedure, 'lifecycle'), {
    rule: 'R2',
    message: `In the state "${leaf.path}" a dossier cannot be ${what}: a person could not mend what is wrong.`,
    fix: `Let "${leaf.path}" accept ${event} and list it in "can".`,
  });
}
