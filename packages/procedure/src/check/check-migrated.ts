import { compareVersions, publishedPlans } from '../compile/migrations/published-plans.js';
import { migrationPath } from '../migrations/migration-path.js';
import type { Workspace } from '../read/workspace.js';
import type { Plan } from '../types/plan.js';

/**
 * Reports `migration-missing`: every version published before has a declared way to this one. Without it, whoever
 * began or filed under the one before would stay behind.
 */
export function checkMigrated(workspace: Workspace, plan: Plan): void {
  const before = [...publishedPlans(workspace).keys()].filter(
    (version) => compareVersions(version, plan.version) < 0,
  );
  const stranded = before.filter((version) => migrationPath(plan, version) === undefined);
  const [last] = stranded.slice(-1);
  if (last === undefined) return;
  const procedure = workspace.read(`${workspace.id}/procedure.json`);
  workspace.report(workspace.placeOf(procedure, 'version'), {
    rule: 'migration-missing',
    message: `Drafts and dossiers of ${stranded.join(', ')} have no way to ${plan.version}: what was typed or filed there would stay behind.`,
    fix: `Write "migrations": { "${last}": "./migrations/${last}-${plan.version}.json" }, and in that file where each answer and each state is now.`,
  });
}
