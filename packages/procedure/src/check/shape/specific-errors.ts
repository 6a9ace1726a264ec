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
  return distinct(
    kept.filter((error) => {
      const here = kept.filter((other) => other.instancePath === error.instancePath);
      const best = Math.min(...here.map(rankOf));
      if (rankOf(error) > best) return false;
      return !choices.has(error.instancePath) || !isDeeper(kept, error);
    }),
  );
}

/** Inside a choice, the branch that got further is the one the author meant. */
function isDeeper(errors: readonly ErrorObject[], error: ErrorObject): boolean {
  return errors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`));
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
