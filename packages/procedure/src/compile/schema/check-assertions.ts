import { entriesOf, isObject, itemsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import { kindOfNode } from '../kind-of-node.js';
import type { NodeKind } from '../outline.js';
import type { Entry } from './collect-facts.js';
import { isObjectShaped } from './is-object-shaped.js';
import { leafKeywords, type Schema } from './schema.js';

const onGroups: readonly string[] = ['type', 'minItems', 'maxItems'];
const typeOf: Readonly<Record<NodeKind, string | undefined>> = {
  object: 'object',
  row: 'object',
  group: 'array',
  field: undefined,
};

/**
 * Holds each keyword to what it can say of its place. Reports `misplaced-keyword` for an assertion on an object or on
 * rows, of which no question could say what is wrong, and for a keyword of objects inside the assertions of one answer.
 */
export function checkAssertions(workspace: Workspace, entry: Entry): void {
  const is = kindOfNode(entry);
  for (const { schema } of entry.definitions) {
    if (is === 'field') checkParts(workspace, schema);
    else checkContainer(workspace, schema, is);
  }
  for (const child of entry.children.values()) checkAssertions(workspace, child);
}

function checkContainer(workspace: Workspace, schema: Schema, is: NodeKind): void {
  for (const keyword of Object.keys(schema)) {
    if (!leafKeywords.includes(keyword) || keyword === 'type') continue;
    if (is === 'group' && onGroups.includes(keyword)) continue;
    workspace.report(workspace.placeOfKey(schema, keyword), onContainer(keyword, is));
  }
  const type = schema['type'];
  if (type !== undefined && type !== typeOf[is]) {
    workspace.report(workspace.placeOfKey(schema, 'type'), wrongType(is));
  }
  const { items } = schema;
  if (is === 'object' || is === 'row' ? isObject(items) : isValue(items)) {
    workspace.report(workspace.placeOfKey(schema, 'items'), onContainer('items', is));
  }
}

function isValue(items: unknown): boolean {
  return isObject(items) && !isObjectShaped(items) && Object.keys(items).length > 0;
}

/** Inside `items`, `contains`, `not` and `anyOf` of one answer, only what is said of a value. */
function checkParts(workspace: Workspace, schema: Schema): void {
  const { items, not, contains } = schema;
  for (const part of [items, not, contains, ...itemsOf(schema['anyOf'])]) {
    if (isObject(part)) checkPart(workspace, part as Schema);
  }
}

function checkPart(workspace: Workspace, part: Schema): void {
  for (const [keyword] of entriesOf(part)) {
    if (inValues.has(keyword)) continue;
    workspace.report(workspace.placeOfKey(part, keyword), insideAnswer(keyword));
  }
  checkParts(workspace, part);
  for (const inner of itemsOf(part['allOf'])) {
    if (isObject(inner)) checkPart(workspace, inner as Schema);
  }
}

const inValues = new Set([...leafKeywords, 'items', 'allOf', 'guichet']);

const onContainer = (keyword: string, is: NodeKind) => ({
  rule: 'misplaced-keyword',
  message: `"${keyword}" stands on ${is === 'group' ? 'rows' : 'an object of questions'}: a person would not be told which answer to mend.`,
  fix:
    keyword === 'anyOf' || keyword === 'not'
      ? 'Say it on one question, or write "if" and "then" with what is then required.'
      : 'Say it on the question that it is about.',
});
const wrongType = (is: NodeKind) => ({
  rule: 'misplaced-keyword',
  message: `Questions are asked inside this, so no answer of another type can be given here.`,
  fix: `Write "type": "${typeOf[is] ?? 'object'}".`,
});
const insideAnswer = (keyword: string) => ({
  rule: 'misplaced-keyword',
  message: `"${keyword}" speaks of objects or branches, but one answer is asked for here: page and service would not check it alike.`,
  fix: 'Ask each part as a question of its own, under "properties".',
});
