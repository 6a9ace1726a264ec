import { isObject, type Json } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import { type RefusedKeyword, refusedKeywords } from './refused-keywords.js';

/**
 * Reports `refused-keyword` for a keyword that may not be used, or not so, and says whether it was: one that the table
 * refuses, a schema for names that nobody wrote, an `$id` inside a file.
 */
export function reportRefused(workspace: Workspace, schema: Json, keyword: string): boolean {
  const why = refusedKeywords.get(keyword) ?? misuseOf(workspace, schema, keyword);
  if (!why) return false;
  workspace.report(workspace.placeOfKey(schema, keyword), {
    rule: 'refused-keyword',
    message: `"${keyword}" is refused: ${why.because}`,
    fix: why.fix,
  });
  return true;
}

function misuseOf(workspace: Workspace, schema: Json, keyword: string): RefusedKeyword | undefined {
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return isObject(schema[keyword]) ? forUnwritten : undefined;
  }
  if (keyword !== '$id') return undefined;
  return workspace.read(workspace.placeOf(schema).file) === schema ? undefined : insideFile;
}

const forUnwritten: RefusedKeyword = {
  because:
    'it describes answers under names that nobody has written, and no page could ask for them.',
  fix: 'Name each question under "properties"; false alone may stand here.',
};
const insideFile: RefusedKeyword = {
  because: 'an identity inside a file changes what every reference below it means.',
  fix: 'Remove it, or give this part a file of its own.',
};
