import { didYouMean } from '../read/did-you-mean.js';
import { entriesOf, isObject, itemsOf, type Json } from '../read/shapes.js';
import type { Workspace } from '../read/workspace.js';
import type { FieldPlan, LeafSchema } from '../types/field.js';
import { typeOfKeyword } from './type-of-keyword.js';

/**
 * Reports `impossible-value` for each `const` and `enum` of a test that no answer to its question can be, and for a
 * keyword about another type than its question takes, which no answer ever satisfies (rules.md A3; a warning).
 */
export function checkTest(
  workspace: Workspace,
  test: unknown,
  pointer: string,
  schema: LeafSchema | undefined,
): void {
  if (!isObject(test) || schema === undefined) return;
  checkTypes(workspace, test, pointer, schema);
  if ('const' in test) checkValue(workspace, test, 'const', { pointer, schema });
  for (const index of itemsOf(test['enum']).keys()) {
    checkValue(workspace, test['enum'] as object, String(index), { pointer, schema });
  }
  for (const inner of partsOf(test)) checkTest(workspace, inner, pointer, schema);
  checkTest(workspace, test['contains'], pointer, schema.items);
}

/** The same for an `if` of a data schema, which speaks of the object at `pointer`. */
export function checkIf(
  workspace: Workspace,
  schema: unknown,
  pointer: string,
  fields: Readonly<Record<string, FieldPlan>>,
): void {
  if (!isObject(schema)) return;
  for (const [name, property] of entriesOf(schema['properties'])) {
    const at = `${pointer}/${name}`;
    if (Object.hasOwn(fields, at)) checkTest(workspace, property, at, fields[at]?.schema);
    else checkIf(workspace, property, at, fields);
  }
  for (const inner of partsOf(schema)) checkIf(workspace, inner, pointer, fields);
}

function partsOf(schema: Json): readonly unknown[] {
  return [...itemsOf(schema['allOf']), ...itemsOf(schema['anyOf']), schema['not']];
}

function checkTypes(workspace: Workspace, test: Json, pointer: string, schema: LeafSchema): void {
  const types = typesOf(schema);
  for (const keyword of types ? Object.keys(test) : []) {
    const type = typeOfKeyword.get(keyword);
    if (type === undefined || types?.has(type)) continue;
    workspace.report(workspace.placeOfKey(test, keyword), {
      rule: 'impossible-value',
      severity: 'warning',
      message: `"${keyword}" is about ${nouns[type]}, and no answer to "${pointer}" is one, so what depends on it never changes.`,
      fix: `Test what the question takes: ${[...(types ?? [])].join(', ')}.`,
    });
  }
}

const nouns = { number: 'a number', string: 'a text', array: 'a list' } as const;

/** The JSON types that answers to a question have; `undefined` when nothing says. */
function typesOf(schema: LeafSchema): ReadonlySet<string> | undefined {
  const said = typeof schema.type === 'string' ? [schema.type] : schema.type;
  const types =
    said ?? optionsOf(schema)?.map((option) => (Array.isArray(option) ? 'array' : typeof option));
  return types && new Set(types.map((type) => (type === 'integer' ? 'number' : type)));
}

function checkValue(
  workspace: Workspace,
  holder: object,
  key: string,
  { pointer, schema }: { readonly pointer: string; readonly schema: LeafSchema },
): void {
  const value: unknown = (holder as Readonly<Record<string, unknown>>)[key];
  if (isPossible(value, schema)) return;
  const listed = optionsOf(schema)?.map(String) ?? [];
  workspace.report(workspace.placeOf(holder, key), {
    rule: 'impossible-value',
    message: `No answer to "${pointer}" is ever ${JSON.stringify(value)}, so what depends on it never happens.`,
    fix: `Write a value that the question takes${listed.length > 0 ? `: ${listed.slice(0, 12).join(', ')}` : ''}.${didYouMean(String(value), listed)}`,
  });
}

function optionsOf(schema: LeafSchema): readonly unknown[] | undefined {
  return 'const' in schema ? [schema.const] : schema.enum;
}

function isPossible(value: unknown, schema: LeafSchema): boolean {
  const options = optionsOf(schema);
  if (typeof value === 'object' && value !== null) return true;
  if (options) return options.includes(value);
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  return types === undefined || types.some((type) => isOfType(value, type));
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return type === 'null' ? value === null : typeof value === type;
}
