import { entriesOf, isObject, itemsOf, type Json, textsOf } from '../read/shapes.js';
import { Workspace } from '../read/workspace.js';
import type { ProcedureFiles } from '../types/problem.js';

/**
 * Mends `if-required`, the one problem whose fix is always the same: beside the `properties` that an `if` tests, their
 * names are put in `required`. Gives the new text of each data schema that changes, by path below `schemas`; nothing
 * else of a file moves, and a file that cannot be read is left alone.
 */
export function fixMissingRequired(files: ProcedureFiles): Readonly<Record<string, string>> {
  const workspace = new Workspace(files);
  const fixed: Record<string, string> = {};
  for (const file of workspace.paths().filter((path) => isDataSchema(path, files.id))) {
    const edits: Edit[] = [];
    findIfs(workspace, workspace.read(file), edits);
    const isSound = !workspace.problems.some(
      (problem) => problem.file === file && problem.severity === 'error',
    );
    if (edits.length > 0 && isSound) fixed[file] = withEdits(files.files[file] ?? '', edits);
  }
  return fixed;
}

interface Edit {
  readonly offset: number;
  readonly text: string;
}

function isDataSchema(file: string, id: string): boolean {
  return (
    file === `${id}/data.schema.json` ||
    (file.startsWith('shared/') && file.endsWith('.schema.json'))
  );
}

function findIfs(workspace: Workspace, value: unknown, edits: Edit[]): void {
  if (Array.isArray(value))
    return itemsOf(value).forEach((item) => findIfs(workspace, item, edits));
  for (const [key, inner] of entriesOf(value)) {
    if (key === 'if' && isObject(inner)) mend(workspace, inner, edits);
    else findIfs(workspace, inner, edits);
  }
}

/** One object that an `if` reads, and those inside: nested objects, and what is joined. */
function mend(workspace: Workspace, schema: Json, edits: Edit[]): void {
  const known = textsOf(schema['required']);
  const names = entriesOf(schema['properties']).map(([name]) => name);
  const missing = names.filter((name) => !known.includes(name)).map((name) => JSON.stringify(name));
  if (missing.length > 0) edits.push(editOf(workspace, schema, missing));
  const joined = [...itemsOf(schema['allOf']), ...itemsOf(schema['anyOf']), schema['not']];
  const nested = entriesOf(schema['properties']).map(([, property]) => property);
  for (const part of [...joined, ...nested]) if (isObject(part)) mend(workspace, part, edits);
}

function editOf(workspace: Workspace, schema: Json, missing: readonly string[]): Edit {
  const list = missing.join(', ');
  if (!Array.isArray(schema['required'])) {
    const { offset } = workspace.placeOfKey(schema, 'properties');
    return { offset, text: `"required": [${list}], ` };
  }
  const { offset } = workspace.placeOf(schema, 'required');
  return { offset: offset + 1, text: schema['required'].length > 0 ? `${list}, ` : list };
}

/** The offsets are of a text without byte order mark, which stays where it is. */
function withEdits(text: string, edits: readonly Edit[]): string {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  let made = text;
  for (const { offset, text: added } of [...edits].sort((a, b) => b.offset - a.offset)) {
    made = made.slice(0, offset + mark) + added + made.slice(offset + mark);
  }
  return made;
}
