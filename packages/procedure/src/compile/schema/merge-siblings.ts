import { canonicalJson } from '../../canonical/canonical-json.js';
import type { Spot } from '../../read/read-json.js';
import { isObject, member, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import { closeBlock } from './close-objects.js';
import { isNarrower } from './narrower.js';
import type { Schema } from './schema.js';

const branching: readonly string[] = ['if', 'then', 'else', 'oneOf'];

/**
 * A block and what stands beside its `$ref`, as one schema: both hold (JSON Schema 2020-12 §8.2.3.1).
 * `required` and `properties` are united, `guichet` is overridden member by member, conditional parts go
 * to `allOf`. Of two values of one assertion the narrower stands when it is the one written here; otherwise they are
 * reported as `ref-overrides`, and the block's is kept.
 */
export function mergeSiblings(workspace: Workspace, block: Schema, own: Schema): Schema {
  closeBlock(workspace, block, own);
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
  if (isObject(theirs) && isObject(ours)) {
    const together = uniteObjects(workspace, keyword, theirs as Schema, ours as Schema);
    if (together) return together;
  }
  if (isNarrower(keyword, ours, theirs)) return ours;
  if (canonicalJson(theirs) !== canonicalJson(ours)) {
    workspace.report(workspace.placeOfKey(own, keyword), {
      rule: 'ref-overrides',
      message: `"${keyword}" is said here and, differently, by the block; a block's assertion cannot be replaced.`,
      fix: 'Remove it here, or change the block for every procedure.',
    });
  }
  return theirs;
}

function uniteObjects(
  workspace: Workspace,
  keyword: string,
  theirs: Schema,
  ours: Schema,
): Schema | undefined {
  if (keyword === 'guichet') return { ...theirs, ...ours };
  if (keyword === 'properties') return uniteProperties(workspace, theirs, ours);
  if (keyword === 'items') return mergeSiblings(workspace, theirs, ours);
  return keyword === 'dependentRequired' ? uniteDependents(workspace, theirs, ours) : undefined;
}

function uniteDependents(workspace: Workspace, theirs: Schema, ours: Schema): Schema {
  const made: Schema = { ...theirs };
  for (const [trigger, names] of Object.entries(ours)) {
    made[trigger] = [...new Set([...textsOf(member(theirs, trigger)), ...textsOf(names)])];
  }
  keepMembers(workspace, theirs, ours, made);
  return made;
}

function uniteProperties(workspace: Workspace, theirs: Schema, ours: Schema): Schema {
  const made: Schema = { ...theirs };
  for (const [name, property] of Object.entries(ours)) {
    const base = member(theirs, name);
    if (property === true && base !== undefined) continue;
    made[name] =
      isObject(base) && isObject(property)
        ? mergeSiblings(workspace, base as Schema, property as Schema)
        : property;
  }
  keepMembers(workspace, theirs, ours, made);
  return made;
}

function keepMembers(workspace: Workspace, theirs: Schema, ours: Schema, made: Schema): void {
  const members = new Map<string, Spot>([
    ...(workspace.originOf(theirs)?.members ?? []),
    ...(workspace.originOf(ours)?.members ?? []),
  ]);
  const at = workspace.placeOf(ours);
  workspace.setOrigin(made, at.file, at.offset, members);
}

function keepPlace(workspace: Workspace, from: Schema, made: Schema): Schema {
  const origin = workspace.originOf(from);
  if (origin) workspace.setOrigin(made, origin.file, origin.offset, origin.members);
  return made;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? [...(value as unknown[])] : [];
}
