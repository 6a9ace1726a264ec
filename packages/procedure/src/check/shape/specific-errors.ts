import type { ErrorObject } from 'ajv';

const applicators: readonly string[] = ['anyOf', 'oneOf', 'if', 'allOf', '$ref', 'not'];
const byPriority: readonly string[] = [
  'additionalProperties',
  'unevaluatedProperties',
  'required',
  'enum',
  'const',
  'pattern',
];

/**
 * The errors that tell an author what to mend: applicators' own errors are dropped where something below
 * them is wrong, one kind of error is kept a place, and conditions are left to their reader, which says more.
 */
export function specificErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const own = errors.filter(
    (error) => !/\/\$defs\/(condition|test|moment)\//.test(error.schemaPath),
  );
  const concrete = own.filter((error) => !applicators.includes(error.keyword));
  const kept = concrete.length > 0 ? concrete : own;
  const choices = new Set(
    own.filter((error) => applicators.includes(error.keyword)).map((error) => error.instancePath),
  );
  const best = bestRanks(kept);
  const above = pathsAbove(kept);
  return distinct(
    kept.filter((error) => {
      if (rankOf(error) > (best.get(error.instancePath) ?? 0)) return false;
      // Inside a choice, the branch that got further is the one the author meant.
      return !choices.has(error.instancePath) || !above.has(error.instancePath);
    }),
  );
}

function bestRanks(errors: readonly ErrorObject[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const error of errors) {
    const known = best.get(error.instancePath) ?? Infinity;
    best.set(error.instancePath, Math.min(known, rankOf(error)));
  }
  return best;
}

/** Every path that has an error below it. */
function pathsAbove(errors: readonly ErrorObject[]): ReadonlySet<string> {
  const above = new Set<string>();
  for (const { instancePath } of errors) {
    let at = instancePath.lastIndexOf('/');
    for (
      ;
      at >= 0 && !above.has(instancePath.slice(0, at));
      at = instancePath.lastIndexOf('/', at - 1)
    ) {
      above.add(instancePath.slice(0, at));
      if (at === 0) break;
    }
  }
  return above;
}

function rankOf(error: ErrorObject): number {
  const rank = byPriority.indexOf(error.keyword);
  return rank < 0 ? byPriority.length : rank;
}

function distinct(errors: readonly ErrorObject[]): ErrorObject[] {
  const keys = new Map<string, ErrorObject>();
  for (const error of errors) {
    const params = JSON.stringify(error.params);
    const key = `${error.instancePath}\u0000${error.keyword}\u0000${params}`;
    if (!keys.has(key)) keys.set(key, error);
  }
  return [...keys.values()];
}
