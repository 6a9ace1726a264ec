import { canonicalJson } from '../../canonical/canonical-json.js';
import { isObject, itemsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Definition, Entry } from './collect-facts.js';
import { resolveMoments } from './moments.js';
import { isNarrower } from './narrower.js';
import { leafKeywords, type Schema } from './schema.js';

/**
 * The assertions on one answer, gathered from every definition that always holds, or from the branches that
 * alone define it. Reports `conditional-assertion`: a field means the same in every branch.
 */
export function leafSchemaOf(workspace: Workspace, entry: Entry): Schema {
  const { definitions } = entry;
  const always = definitions.filter((definition) => definition.when === undefined);
  const leading = always.length > 0 ? always : definitions.filter(sameWhen(definitions[0]));
  const parts = assertionsOf(leading);
  const known = new Set(parts.map(canonicalJson));
  for (const definition of definitions) {
    const [own] = assertionsOf([definition]);
    if (own && !known.has(canonicalJson(own))) reportConditional(workspace, entry, definition);
  }
  return resolveMoments(parts.reduce(merge, {}), entry.parent?.pointer ?? '');
}

/** Parts of one definition, in `allOf`, hold when it does. */
function sameWhen(first: Definition | undefined): (other: Definition) => boolean {
  const when = canonicalJson(first?.when ?? null);
  return (other) => canonicalJson(other.when ?? null) === when;
}

function assertionsOf(definitions: readonly Definition[]): Schema[] {
  return definitions
    .map(({ schema }) => pick(schema))
    .filter((made) => Object.keys(made).length > 0);
}

function pick(schema: Schema): Schema {
  const made: Schema = {};
  for (const keyword of [...leafKeywords, 'items']) {
    if (keyword in schema) made[keyword] = plain(schema[keyword]);
  }
  return made;
}

/** A sub-schema without what is not an assertion. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return itemsOf(value).map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([keyword]) => keyword !== 'guichet')
      .map(([keyword, item]) => [keyword, plain(item)]),
  );
}

function merge(base: Schema, more: Schema): Schema {
  const made: Schema = { ...base };
  const clash: Schema = {};
  for (const [keyword, value] of Object.entries(more)) {
    if (!(keyword in made) || isNarrower(keyword, value, made[keyword])) made[keyword] = value;
    else if (isNarrower(keyword, made[keyword], value)) continue;
    else if (canonicalJson(made[keyword]) !== canonicalJson(value)) clash[keyword] = value;
  }
  if (Object.keys(clash).length > 0) made['allOf'] = [...itemsOf(made['allOf']), clash];
  return made;
}

function reportConditional(workspace: Workspace, entry: Entry, definition: Definition): void {
  if (definition.when === undefined) return;
  workspace.report(workspace.placeOf(definition.schema), {
    rule: 'conditional-assertion',
    message: `What "${entry.pointer}" may hold changes with other answers here: a person would see a right answer become wrong.`,
    fix: 'Say it as advice in procedure.json, or ask another question in this branch.',
  });
}
