import { allOf, negate } from '../../conditions/simplify.js';
import { entriesOf, isObject, itemsOf, textsOf } from '../../read/shapes.js';
import type { Place, Workspace } from '../../read/workspace.js';
import type { Condition } from '../../types/condition.js';
import { closeObjects } from './close-objects.js';
import { conditionOfIf } from './condition-of-if.js';
import { isObjectShaped } from './is-object-shaped.js';
import type { Forbidding } from './lower-one-of.js';
import type { Branch, Schema } from './schema.js';

/** One definition of a property, and when it holds; `undefined` means always. */
export interface Definition {
  readonly schema: Schema;
  readonly when: Condition | undefined;
}

/** All that a data schema says of one pointer. The row of a repeating group is its child `*`. */
export interface Entry {
  readonly pointer: string;
  readonly parent: Entry | undefined;
  readonly children: Map<string, Entry>;
  readonly definitions: Definition[];
  readonly forbidden: Condition[];
  readonly required: (Condition | undefined)[];
  /** Where it is first spoken of. */
  readonly place: Place;
}

/** What a lowered schema says, pointer by pointer, and its conditional branches. */
export interface Facts {
  readonly root: Entry;
  readonly branches: readonly Branch[];
  /** Each `if`, with the pointer of the object that it speaks of. */
  readonly ifs: readonly { readonly schema: unknown; readonly pointer: string }[];
}

/** Reads a lowered schema once and notes, for each pointer, who defines, forbids and requires it, and when. */
export function collectFacts(workspace: Workspace, schema: Schema, forbidding: Forbidding): Facts {
  const collector = new Collector(workspace, forbidding);
  const root = newEntry('', undefined, workspace.placeOf(schema));
  collector.visit(root, schema, undefined, '#');
  closeObjects(workspace, root);
  return { root, branches: collector.branches, ifs: collector.ifs };
}

class Collector {
  readonly branches: Branch[] = [];
  readonly ifs: { schema: unknown; pointer: string }[] = [];

  private readonly workspace: Workspace;
  private readonly forbidding: Forbidding;

  constructor(workspace: Workspace, forbidding: Forbidding) {
    this.workspace = workspace;
    this.forbidding = forbidding;
  }

  visit(entry: Entry, schema: Schema, when: Condition | undefined, path: string): void {
    entry.definitions.push({ schema, when });
    this.visitProperties(entry, schema, when, path);
    if (isObjectShaped(schema['items'])) {
      const row = this.child(entry, '*', this.workspace.placeOf(schema['items']));
      this.visit(row, schema['items'] as Schema, when, `${path}/items`);
    }
    for (const name of textsOf(schema['required'])) {
      this.child(entry, name, this.workspace.placeOf(schema, 'required')).required.push(when);
    }
    if ('if' in schema) this.visitBranches(entry, schema, when, path);
    this.reportAlone(schema);
    for (const [index, part] of itemsOf(schema['allOf']).entries()) {
      if (isObject(part)) this.visit(entry, part as Schema, when, `${path}/allOf/${index}`);
    }
  }

  private visitProperties(
    entry: Entry,
    schema: Schema,
    when: Condition | undefined,
    path: string,
  ): void {
    const properties = schema['properties'];
    const made = isObject(properties) && this.forbidding.has(properties);
    for (const [name, property] of entriesOf(properties)) {
      if (made && property === false) continue;
      const child = this.child(entry, name, this.workspace.placeOfKey(properties, name));
      if (property !== false) {
        const sub = isObject(property) ? (property as Schema) : {};
        this.visit(child, sub, when, `${path}/properties/${encodeURIComponent(name)}`);
      } else if (when !== undefined) child.forbidden.push(when);
    }
  }

  private visitBranches(
    entry: Entry,
    schema: Schema,
    when: Condition | undefined,
    path: string,
  ): void {
    const place = this.workspace.placeOfKey(schema, 'if');
    const at = isObject(schema['if']) ? undefined : place;
    const condition = conditionOfIf(this.workspace, schema['if'], entry.pointer, at);
    this.ifs.push({ schema: schema['if'], pointer: entry.pointer });
    if (condition === undefined) return;
    for (const [name, holds] of [
      ['then', condition],
      ['else', negate(condition)],
    ] as const) {
      const branch = schema[name];
      if (!isObject(branch)) continue;
      const full = allOf([when, holds]);
      if (full) this.branches.push({ path: `${path}/${name}`, when: full });
      this.visit(entry, branch as Schema, full, `${path}/${name}`);
    }
  }

  /** What JSON Schema passes over in silence, and an author did not mean (§10.2.2). */
  private reportAlone(schema: Schema): void {
    const branches = ['then', 'else'].filter((name) => name in schema);
    const alone = 'if' in schema && branches.length === 0 ? ['if'] : branches;
    if (alone[0] === undefined || ('if' in schema && branches.length > 0)) return;
    this.workspace.report(this.workspace.placeOfKey(schema, alone[0]), {
      rule: 'if-alone',
      message: `"${alone[0]}" stands alone here, so nothing of it ever happens.`,
      fix: 'Write "if" together with "then", "else" or both.',
    });
  }

  private child(entry: Entry, name: string, place: Place): Entry {
    const known = entry.children.get(name);
    if (known) return known;
    const made = newEntry(`${entry.pointer}/${name}`, entry, place);
    entry.children.set(name, made);
    return made;
  }
}

function newEntry(pointer: string, parent: Entry | undefined, place: Place): Entry {
  return {
    pointer,
    parent,
    place,
    children: new Map(),
    definitions: [],
    forbidden: [],
    required: [],
  };
}
