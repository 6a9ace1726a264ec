import { isObject, member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Plan } from '../../types/plan.js';

/** Plans of the versions published before, by version, oldest first. A file that cannot be read is left out: the service refuses it. */
export function publishedPlans(workspace: Workspace): ReadonlyMap<string, Plan> {
  const folder = `${workspace.id}/published/`;
  const found = workspace
    .paths()
    .filter((path) => path.startsWith(folder) && path.endsWith('.json'))
    .flatMap((path): [string, Plan][] => {
      const plan = planIn(workspace.text(path));
      return plan ? [[plan.version, plan]] : [];
    });
  return new Map(found.sort(([a], [b]) => compareVersions(a, b)));
}

/** Semantic order of two versions: `1.10.0` is after `1.9.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function planIn(text: string): Plan | undefined {
  try {
    const plan = member(JSON.parse(text), 'plan');
    const isPlan =
      isObject(plan) && typeof plan['version'] === 'string' && isObject(plan['fields']);
    return isPlan ? (plan as unknown as Plan) : undefined;
  } catch {
    return undefined;
  }
}
