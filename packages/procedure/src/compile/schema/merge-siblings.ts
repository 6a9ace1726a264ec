import { canonicalJson } from '../../canonical/canonical-json.js';
import type { Spot } from '../../read/read-json.js';
import { isObject, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Schema } from './schema.js';

const branching: readonly string[] = ['if', 'then', 'else', 'oneOf'];

/**
 * A block and what stands beside its `$ref`, as one schema: both hold (JSON Schema 2020-12 §8.2.3.1).
 * `required` and `properties` are united, `guichet` is overridden member by member, conditional parts go
 * to `allOf`. Two values of one assertion are reported as `ref-overrides`, and the block's is kept.
 */
export function mergeSiblings(workspace: Workspace, block: Schema, own: Schema): Schema {
  const made: Schema = { ...block };
  const members = new Map<string, Spot>(workspace.originOf(block)?.members);
  const clash = branching.some((keyword) => keyword in own && keyword in block);
  const aside: Schema = {};
  for (const [keyword, value] of Object.entries(own)) {
    if (clash && branching.includes(keyword)) {
      aside[keyword] = value;
      continue;
    }
    made[keyword] = keyword in block ? unite(workspace, keyword, block, own) : value;
    const spot = workspace.originOf(own)?.members.get(keyword);
    if (spot && !members.has(keyword)) members.set(keyword, spot);
  }
  if (clash) made['allOf'] = [...listOf(made['allOf']), keepPlace(workspace, own, aside)];
  const at = workspace.placeOf(own);
  workspace.setOrigin(made, at.file, at.offset, members);
  return made;
}

function unite(workspace: Workspace, keyword: string, block: Schema, own: Schema): unknown {
  const [theirs, ours] = [block[keyword], own[keyword]];
  if (keyword === 'required') return [...new Set([...textsOf(theirs), ...textsOf(ours)])];
  if (keyword === 'allOf') return [...listOf(theirs), ...listOf(ours)];
  if (keyword === 'guichet' && isObject(theirs) && isObject(ours)) return { ...theirs, ...ours };
  if (keyword === 'properties' && isObject(theirs) && isObject(ours)) {
    return uniteProperties(workspace, theirs as Schema, ours as Schema);
  }
  if (canonicalJson(theirs) !== canonicalJson(ours)) {
    workspace.report(workspace.placeOfKey(own, keyword), {
      rule: 'ref-overrides',
      message: `"${keyword}" is said here and, differently, by the block; a block's assertion cannot be replaced.`,
      fix: 'Remove it here, or change the block for every procedure.',
    });
  }
  return theirs;
}

function uniteProperties(workspace: Workspace, theirs: Schema, ours: Schema): Schema {
  const made: Schema = { ...theirs };
  for (const [name, property] of Object.entries(ours)) {
    const base = theirs[name];
    made[name] =
      isObject(base) && isObject(property)
        ? mergeSiblings(workspace, base as Schema, property as Schema)
        : property;
  }
  const members = new Map<string, Spot>([
    ...(workspace.originOf(theirs)?.members ?? []),
    ...(workspace.originOf(ours)?.members ?? []),
  ]);
  const at = workspace.placeOf(ours);
  workspace.setOrigin(made, at.file, at.offset, members);
  return made;
}

function keepPlace(workspace: Workspace, from: Schema, made: Schema): Schema {
  const origin = workspace.originOf(from);
  if (origin) workspace.setOrigin(made, origin.file, origin.offset, origin.members);
  return made;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? [...(value as unknown[])] : [];
}
