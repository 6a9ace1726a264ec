import { joinPointer } from '../../pointers/join-pointer.js';
import { resolvePath } from '../../read/resolve-path.js';
import { lookUp } from '../../read/resolve-uses.js';
import { entriesOf, isObject, type Json } from '../../read/shapes.js';
import type { Place, Workspace } from '../../read/workspace.js';
import { isUsableName, reportName } from './answer-name.js';
import { mergeSiblings } from './merge-siblings.js';
import { reportRefused } from './report-refused.js';
import { type AnySchema, keptKeywords, listKeywords, type Mount, type Schema } from './schema.js';
import { singleKeywords } from './schema.js';

/** Most sub-schemas in one procedure, `$ref`s followed (threats: T16). */
const mostSchemas = 20_000;
/** Deepest nesting of sub-schemas, `$ref`s followed (threats: T16). */
const deepestSchema = 64;

/** A data schema with every `$ref` inlined, and where each shared block ended up. */
export interface Inlined {
  readonly schema: Schema;
  readonly mounts: readonly Mount[];
}

/**
 * Reads `data.schema.json` and puts each block in the place of its `$ref`. Only admitted keywords are kept.
 * Reports `ref-missing`, `ref-cycle`, `ref-overrides`, `refused-keyword`, `bad-name`, and `schema-too-large`, after
 * which there is nothing to give.
 */
export function inlineRefs(workspace: Workspace, file: string): Inlined | undefined {
  const root = workspace.read(file);
  if (!isObject(root)) return undefined;
  const inliner = new Inliner(workspace);
  const schema = inliner.inline(root, { pointer: [], trail: [], depth: 0 });
  if (!isObject(schema) || inliner.isTooLarge) return undefined;
  return { schema: schema as Schema, mounts: inliner.mounts };
}

interface Context {
  /** Segments of the answers' pointer reached. */
  readonly pointer: readonly string[];
  /** Blocks being inlined. */
  readonly trail: readonly string[];
  readonly depth: number;
}

class Inliner {
  readonly mounts: Mount[] = [];
  isTooLarge = false;
  private count = 0;

  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  inline(schema: unknown, context: Context): AnySchema {
    if (typeof schema === 'boolean') return schema;
    if (!isObject(schema)) return {};
    if (this.isTooLarge) return {};
    if (++this.count > mostSchemas || context.depth > deepestSchema) {
      this.isTooLarge = true;
      this.workspace.report(this.workspace.placeOf(schema), tooLarge);
      return {};
    }
    const own = this.copy(schema, context);
    return typeof schema['$ref'] === 'string' ? this.follow(schema, own, context) : own;
  }

  private copy(schema: Json, context: Context): Schema {
    const made: Schema = {};
    for (const [keyword, value] of Object.entries(schema)) {
      const lowered = this.copyKeyword(schema, keyword, value, context);
      if (lowered !== undefined) made[keyword] = lowered;
    }
    const origin = this.workspace.originOf(schema);
    if (origin) this.workspace.setOrigin(made, origin.file, origin.offset, origin.members);
    return made;
  }

  private copyKeyword(schema: Json, keyword: string, value: unknown, context: Context): unknown {
    const inner = { ...context, depth: context.depth + 1 };
    if (keyword === 'properties') return this.copyProperties(schema, value, inner);
    if (keyword === 'items') return asObject(this.inline(value, below(inner, '*')));
    if (keyword === 'not' || keyword === 'contains') return asObject(this.inline(value, inner));
    if (singleKeywords.includes(keyword)) return this.inline(value, inner);
    if (listKeywords.includes(keyword) && Array.isArray(value))
      return value.map((item) => asObject(this.inline(item, inner)));
    if (reportRefused(this.workspace, schema, keyword)) return undefined;
    return keptKeywords.includes(keyword) ? value : undefined;
  }

  private copyProperties(schema: Json, value: unknown, context: Context): Schema {
    const made: Schema = {};
    for (const [name, property] of entriesOf(value)) {
      if (isUsableName(name)) made[name] = this.inline(property, below(context, name));
      else reportName(this.workspace, value as Json, name);
    }
    const origin = isObject(value) ? this.workspace.originOf(value) : undefined;
    const at = this.workspace.placeOf(schema, 'properties');
    this.workspace.setOrigin(made, at.file, at.offset, origin?.members ?? new Map());
    return made;
  }

  private follow(schema: Json, own: Schema, context: Context): AnySchema {
    const reference = String(schema['$ref']);
    const at = this.workspace.placeOf(schema, '$ref');
    const target = resolvePath(at.file, decoded(reference));
    if (!target) return this.missing(at, reference, own);
    const name = `${target.file}#${target.pointer}`;
    if (context.trail.includes(name)) return this.cycle(at, [...context.trail, name], own);
    const found = lookUp(this.workspace.read(target.file), target.pointer);
    if (typeof found === 'boolean') return found && own;
    if (!isObject(found)) return this.missing(at, reference, own);
    this.mount(target.file, target.pointer, context);
    const trail = [...context.trail, name];
    const block = this.inline(found, { ...context, trail, depth: context.depth + 1 });
    return typeof block === 'boolean' ? block : mergeSiblings(this.workspace, block, own);
  }

  private mount(file: string, pointer: string, context: Context): void {
    const name = /([^/]+)\.schema\.json$/.exec(file)?.[1];
    if (name === undefined || pointer !== '') return;
    this.mounts.push({ pointer: joinPointer(context.pointer), block: name });
  }

  private missing(at: Place, reference: string, own: Schema): Schema {
    this.workspace.report(at, {
      rule: 'ref-missing',
      message: `"${reference}" names no block of this folder, so its questions are never asked.`,
      fix: 'Write the path of a schema file relative to this one; nothing is fetched from the network.',
    });
    return own;
  }

  private cycle(at: Place, trail: readonly string[], own: Schema): Schema {
    this.workspace.report(at, {
      rule: 'ref-cycle',
      message: `These blocks contain each other for ever: ${trail.join(' → ')}.`,
      fix: 'Break the loop: use a repeating group for what can be nested.',
    });
    return own;
  }
}

/** `true` and `false` as the objects that mean the same, so that what follows reads objects only. */
function asObject(schema: AnySchema): Schema {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  return schema;
}

/** A reference is a URI: what it could not write is escaped in it (RFC 3986 §2.1). */
function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

function below(context: Context, segment: string): Context {
  return { ...context, pointer: [...context.pointer, segment] };
}

const tooLarge = {
  rule: 'schema-too-large',
  message: `This schema holds more than ${mostSchemas} sub-schemas or nests more than ${deepestSchema} levels once its blocks are in place.`,
  fix: 'Ask for less, or use a repeating group.',
};
