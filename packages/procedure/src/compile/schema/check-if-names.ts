import { entriesOf, isObject, itemsOf, type Json, member, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Outline } from '../outline.js';

/**
 * Holds the names that an `if` reads to the questions of the procedure. Reports `unknown-property` for a name that
 * nothing defines, and `if-shape` for an object: it is always there, so its presence decides nothing.
 *
 * @param pointer pattern pointer of the object that the `if` speaks of
 */
export function checkIfNames(
  workspace: Workspace,
  schema: unknown,
  pointer: string,
  nodes: Outline['nodes'],
): void {
  if (!isObject(schema)) return;
  for (const [name, property] of entriesOf(schema['properties'])) {
    const at = workspace.placeOfKey(schema['properties'], name);
    const node = nodes.get(`${pointer}/${name}`);
    if (!node) workspace.report(at, unknown(`${pointer}/${name}`));
    else if (node.is !== 'object') continue;
    else if (isObject(property) && isShaped(property)) {
      checkIfNames(workspace, property, `${pointer}/${name}`, nodes);
    } else workspace.report(at, always(name));
  }
  for (const name of textsOf(schema['required'])) {
    if (member(schema['properties'], name) !== undefined) continue;
    const node = nodes.get(`${pointer}/${name}`);
    if (node && node.is !== 'object') continue;
    const at = workspace.placeOf(schema, 'required');
    workspace.report(at, node ? always(name) : unknown(`${pointer}/${name}`));
  }
  for (const part of partsOf(schema)) checkIfNames(workspace, part, pointer, nodes);
}

function isShaped(schema: Json): boolean {
  return 'properties' in schema || 'required' in schema || partsOf(schema).some(isObject);
}

function partsOf(schema: Json): readonly unknown[] {
  return [...itemsOf(schema['allOf']), ...itemsOf(schema['anyOf']), schema['not']];
}

const unknown = (pointer: string) => ({
  rule: 'unknown-property',
  message: `"${pointer}" decides here what is asked, but no "properties" define it, so nobody can answer it.`,
  fix: 'Define it under "properties", or correct its name.',
});
const always = (name: string) => ({
  rule: 'if-shape',
  message: `"${name}" holds questions and is always there, so its presence decides nothing.`,
  fix: `Name a question inside: { "properties": { "${name}": { "required": ["…"] } }, "required": ["${name}"] }.`,
});
