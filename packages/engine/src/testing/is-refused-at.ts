import type { FormPlan, Pointer } from '@guichet/procedure';
import { parsePointer, patternOf } from '@guichet/procedure';

type Json = Readonly<Record<string, unknown>>;

/**
 * Whether an answer that a judgement calls inactive stands where the published schema lets nothing stand: a question
 * that a branch forbids, a name that a closed object does not give, a value in the place of an object or of rows.
 * Elsewhere JSON Schema passes over a name that nobody gave, and so does Guichet.
 */
export function isRefusedAt(plan: FormPlan, schema: unknown, pointer: Pointer): boolean {
  const pattern = patternOf(pointer, plan.groups);
  if (Object.hasOwn(plan.fields, pattern) || Object.hasOwn(plan.groups, pattern)) return true;
  const segments = parsePointer(pattern);
  const here = schemasAt([schema], segments);
  if (here.some((one) => one['type'] === 'object' || one['type'] === 'array')) return true;
  return schemasAt([schema], segments.slice(0, -1)).some(isClosed);
}

/** `unevaluatedProperties: false` yields to a part that admits every name (JSON Schema §11.3). */
function isClosed(schema: Json): boolean {
  if (schema['additionalProperties'] === false) return true;
  return schema['unevaluatedProperties'] === false && !withParts(schema).some(isOpen);
}

function isOpen(schema: Json): boolean {
  return schema['additionalProperties'] === true || schema['unevaluatedProperties'] === true;
}

function schemasAt(schemas: readonly unknown[], segments: readonly string[]): readonly Json[] {
  const all = schemas.flatMap(withParts);
  const [first, ...rest] = segments;
  if (first === undefined) return all;
  const below = all.flatMap((schema) => [
    first === '*' ? schema['items'] : (schema['properties'] as Json | undefined)?.[first],
  ]);
  return schemasAt(below, rest);
}

/** A schema and what is applied to the same value beside it. */
function withParts(schema: unknown): readonly Json[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = schema as Json;
  const parts = [own['then'], own['else'], ...((own['allOf'] as unknown[] | undefined) ?? [])];
  return [own, ...parts.flatMap(withParts)];
}
