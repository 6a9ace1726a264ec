import { formats } from '../formats/check-format.js';
import { isObject, itemsOf } from '../read/shapes.js';
import type { Workspace } from '../read/workspace.js';
import type { Condition } from '../types/condition.js';
import type { FieldPlan, LeafSchema } from '../types/field.js';
import type { Entry } from './schema/collect-facts.js';
import { inputModeOf, kindOf } from './schema/kind-of.js';
import { leafSchemaOf } from './schema/leaf-schema.js';
import type { Schema } from './schema/schema.js';
import { wellFormed } from './schema/well-formed.js';

const dayKeywords: readonly string[] = ['notBefore', 'notAfter', 'youngerThan', 'olderThan'];

/** What an object gives to the questions in it. */
export interface Inherited {
  readonly source?: string;
  readonly confidential?: true;
  readonly show?: Condition | undefined;
}

/**
 * One question of the plan. Reports `untyped-field`, `unbounded-text`, `unknown-format`, `bad-moment` and `bad-assertion`;
 * the plan is made all the same.
 */
export function fieldPlanOf(
  workspace: Workspace,
  entry: Entry,
  guichet: Readonly<Record<string, unknown>>,
  around: Inherited,
  required: true | Condition | undefined,
): FieldPlan {
  const schema = wellFormed(leafSchemaOf(workspace, entry), (keyword) => {
    workspace.report(entry.place, unreadable(`"${entry.pointer}"`, keyword));
  });
  reportSchema(workspace, entry, schema);
  const kind = kindOf(schema, guichet);
  const inputMode = guichet['inputMode'] ?? inputModeOf(kind, schema);
  return {
    kind,
    schema: schema as LeafSchema,
    ...given('show', around.show),
    ...given('required', required),
    ...given('mustKnow', guichet['mustKnow']),
    ...given('blocks', guichet['blocks']),
    ...(guichet['why'] === undefined ? {} : { why: true as const }),
    ...given('source', around.source),
    ...given('confidential', around.confidential),
    ...given('autocomplete', guichet['autocomplete']),
    ...given('inputMode', inputMode as FieldPlan['inputMode']),
    ...given('unit', guichet['unit'] ?? (kind === 'money' ? 'EUR' : undefined)),
  } as FieldPlan;
}

function given(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value };
}

function reportSchema(workspace: Workspace, entry: Entry, schema: Schema): void {
  const at = entry.place;
  const name = `"${entry.pointer}"`;
  const isTyped = ['type', 'enum', 'const', 'format', 'items'].some((keyword) => keyword in schema);
  if (!isTyped) workspace.report(at, untyped(name));
  else if (isUnbounded(schema)) workspace.report(at, unbounded(name));
  const format = schema['format'];
  if (format !== undefined && !Object.hasOwn(formats, String(format))) {
    workspace.report(at, unknownFormat(name, String(format)));
  }
}

/** A text whose length nothing bounds (design.md §4.1). */
function isUnbounded(schema: Schema): boolean {
  if (schema['type'] === 'array' || isObject(schema['items'])) {
    const items = isObject(schema['items']) ? (schema['items'] as Schema) : {};
    return isUnbounded({ type: 'string', ...items });
  }
  const isText = schema['type'] === 'string' || itemsOf(schema['type']).includes('string');
  return isText && !['maxLength', 'format', 'enum', 'const'].some((keyword) => keyword in schema);
}

const untyped = (name: string) => ({
  rule: 'untyped-field',
  message: `${name} does not say what may be answered, so nothing can be asked or checked.`,
  fix: 'Give it a "type", an "enum" or a "const".',
});
const unbounded = (name: string) => ({
  rule: 'unbounded-text',
  message: `${name} takes a text of any length: checking it could freeze the page of the person who types it.`,
  fix: 'Add "maxLength", or a "format" or "enum" that bounds it.',
});
const unknownFormat = (name: string, format: string) => ({
  rule: 'unknown-format',
  message: `${name} has the format "${format}", which nothing checks.`,
  fix: `Use one of ${Object.keys(formats).join(', ')}.`,
});
const unreadable = (name: string, keyword: string) => ({
  rule: dayKeywords.includes(keyword) ? 'bad-moment' : 'bad-assertion',
  message: `"${keyword}" of ${name} cannot be read, so it would never be checked.`,
  fix: dayKeywords.includes(keyword)
    ? 'notBefore and notAfter take a day or { "from": pointer | "today" | "filing", "add": "-P120D" }; youngerThan and olderThan take a duration.'
    : `Give "${keyword}" the kind of value that JSON Schema asks for.`,
});
