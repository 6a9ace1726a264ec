import { allOf, anyOf, negate } from '../../conditions/simplify.js';
import { testKeywords, valueKeywords } from '../../conditions/test-keywords.js';
import { entriesOf, isObject, itemsOf, member, textsOf } from '../../read/shapes.js';
import type { Place, Workspace } from '../../read/workspace.js';
import type { Condition, Test } from '../../types/condition.js';
import { resolveMoments } from './moments.js';
import type { Schema } from './schema.js';
import { wellFormed } from './well-formed.js';

const joints: readonly string[] = ['allOf', 'anyOf', 'not'];
const shapeKeywords: readonly string[] = [...joints, 'properties', 'required', 'guichet'];

/**
 * The condition that an `if` means (rules.md A5): an object of `properties`, `required` naming each of them.
 * Reports `if-required` and `if-shape`; `undefined` when nothing can be read.
 *
 * @param pointer pattern pointer of the object the `if` speaks of
 * @param place where it is written, when it may be no object
 */
export function conditionOfIf(
  workspace: Workspace,
  schema: unknown,
  pointer: string,
  place?: Place,
): Condition | undefined {
  if (!isObject(schema) || !isObjectShape(schema)) {
    workspace.report(place ?? workspace.placeOf(schema), notObject);
    return undefined;
  }
  reportOutsideShape(workspace, schema);
  return allOf([
    ...conditionsOfProperties(workspace, schema, pointer),
    ...itemsOf(schema['allOf']).map((item) => conditionOfIf(workspace, item, pointer)),
    ...conditionsOfJoints(workspace, schema, pointer),
  ]);
}

function conditionsOfProperties(
  workspace: Workspace,
  schema: Schema,
  pointer: string,
): (Condition | undefined)[] {
  const required = textsOf(schema['required']);
  const made: (Condition | undefined)[] = [];
  for (const [name] of entriesOf(schema['properties'])) {
    if (!required.includes(name)) reportRequired(workspace, schema, name);
    made.push(conditionOfProperty(workspace, schema, pointer, name));
  }
  for (const name of required) {
    if (!isObject(schema['properties']) || !Object.hasOwn(schema['properties'], name)) {
      made.push({ at: `${pointer}/${name}`, known: true });
    }
  }
  return made;
}

function conditionsOfJoints(
  workspace: Workspace,
  schema: Schema,
  pointer: string,
): (Condition | undefined)[] {
  const made: (Condition | undefined)[] = [];
  if (Array.isArray(schema['anyOf'])) {
    made.push(anyOf(schema['anyOf'].map((item) => conditionOfIf(workspace, item, pointer))));
  }
  if (isObject(schema['not'])) {
    const inner = conditionOfIf(workspace, schema['not'], pointer);
    made.push(inner && negate(inner));
  }
  return made;
}

function conditionOfProperty(
  workspace: Workspace,
  schema: Schema,
  pointer: string,
  name: string,
): Condition | undefined {
  const property = member(schema['properties'], name);
  const at = `${pointer}/${name}`;
  if (isObject(property) && isObjectShape(property)) return conditionOfIf(workspace, property, at);
  if (property === false) reportNever(workspace, schema, name);
  if (!isObject(property)) return { at, known: true };
  reportOutsideTest(workspace, property);
  const tested = wellFormed(testOf(property), (keyword) => {
    workspace.report(workspace.placeOf(property, keyword), unreadable(keyword));
  });
  const test = resolveMoments(tested, pointer) as Test;
  return Object.keys(test).length === 0 ? { at, known: true } : { at, is: test };
}

function testOf(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(
    ([keyword]) => testKeywords.includes(keyword) && !valueKeywords.includes(keyword),
  );
  return Object.fromEntries(kept);
}

function isObjectShape(schema: Schema): boolean {
  if ('properties' in schema || 'required' in schema) return true;
  return joints.some((joint) =>
    (joint === 'not' ? [schema[joint]] : itemsOf(schema[joint])).some(
      (item) => isObject(item) && isObjectShape(item),
    ),
  );
}

function reportRequired(workspace: Workspace, schema: Schema, name: string): void {
  workspace.report(workspace.placeOfKey(schema['properties'], name), {
    rule: 'if-required',
    message: `While "${name}" is not answered, this "if" counts as true, and a person is held to what it brings.`,
    fix: `Add "${name}" to the "required" beside these "properties", or run guichet check --fix.`,
  });
}

/** In a test only what reads one answer, at any depth (rules.md A3). */
function reportOutsideTest(workspace: Workspace, test: Schema): void {
  for (const keyword of Object.keys(test)) {
    if (testKeywords.includes(keyword) || keyword === 'guichet') continue;
    reportShape(workspace, test, keyword);
  }
  const parts = [...itemsOf(test['allOf']), ...itemsOf(test['anyOf']), test['not']];
  for (const part of [...parts, test['contains']]) {
    if (isObject(part)) reportOutsideTest(workspace, part as Schema);
  }
}

/** Beside the names that an `if` reads, only what joins other `if`s. */
function reportOutsideShape(workspace: Workspace, schema: Schema): void {
  for (const keyword of Object.keys(schema)) {
    if (shapeKeywords.includes(keyword)) continue;
    if (keyword === 'type' && schema[keyword] === 'object') continue;
    reportShape(workspace, schema, keyword);
  }
}

function reportNever(workspace: Workspace, schema: Schema, name: string): void {
  workspace.report(workspace.placeOfKey(schema['properties'], name), {
    rule: 'if-shape',
    message: `Required and forbidden at once, "${name}" makes this "if" false for everybody.`,
    fix: `To read that it is not answered, write { "not": { "required": ["${name}"] } }.`,
  });
}

function reportShape(workspace: Workspace, schema: Schema, keyword: string): void {
  workspace.report(workspace.placeOfKey(schema, keyword), {
    rule: 'if-shape',
    message: `An "if" cannot use "${keyword}" here: it would not always know what it reads.`,
    fix: 'Test one answer with const, enum, minimum, pattern and their like; write two tests for two answers.',
  });
}

const unreadable = (keyword: string) => ({
  rule: 'bad-condition',
  message: `"${keyword}" of this "if" cannot be read, so what depends on it is not decided.`,
  fix: `Give "${keyword}" the kind of value that it takes (rules.md A3).`,
});
const notObject = {
  rule: 'if-shape',
  message: 'This "if" does not name the answers it reads, so nothing can follow from it.',
  fix: 'Write { "properties": { "name": { … } }, "required": ["name"] }.',
};
