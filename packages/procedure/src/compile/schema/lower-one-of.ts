import { isObject, itemsOf, member, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Schema } from './schema.js';

/** Each branch forbids what the others name, so that their number counts twice. */
const mostBranches = 100;

/** `false` properties made by lowering: facts come from the branch that defines a property, not from these. */
export type Forbidding = WeakSet<object>;

/**
 * Turns each `oneOf` of an object schema, in place, into one `if`/`then` a branch (rules.md A5): the branch
 * is chosen by a required `const`, so that one fault gives one error. Reports `one-of-undiscriminated`,
 * and `schema-too-large` for more branches than a person could read.
 */
export function lowerOneOf(workspace: Workspace, schema: Schema, forbidding: Forbidding): void {
  const branches = itemsOf(schema['oneOf']).filter(isObject) as Schema[];
  if (branches.length === 0) return;
  const name = discriminatorOf(branches);
  if (branches.length > mostBranches) {
    workspace.report(workspace.placeOfKey(schema, 'oneOf'), tooMany);
  } else if (name === undefined) {
    workspace.report(workspace.placeOfKey(schema, 'oneOf'), undiscriminated);
  } else {
    declare(workspace, schema, name, branches);
    const lowered = branches.map((branch) => lower(workspace, branch, name, branches, forbidding));
    schema['allOf'] = [...itemsOf(schema['allOf']), ...lowered];
  }
  delete schema['oneOf'];
}

/** The property that each branch requires with a constant of its own. */
function discriminatorOf(branches: readonly Schema[]): string | undefined {
  const [first] = branches;
  return Object.keys((first?.['properties'] as object | undefined) ?? {}).find((name) => {
    const constants = branches.map((branch) => constantOf(branch, name));
    return !constants.includes(undefined) && new Set(constants).size === branches.length;
  });
}

function constantOf(branch: Schema, name: string): unknown {
  if (!textsOf(branch['required']).includes(name)) return undefined;
  return member(member(branch['properties'], name), 'const');
}

function declare(workspace: Workspace, schema: Schema, name: string, branches: Schema[]): void {
  const properties = { ...(schema['properties'] as Schema | undefined) };
  const consts = branches.map((branch) => constantOf(branch, name));
  const first = branches[0];
  const guichet = member(member(first?.['properties'], name), 'guichet');
  if (!Object.hasOwn(properties, name)) {
    properties[name] = guichet === undefined ? { enum: consts } : { enum: consts, guichet };
  }
  const origin = workspace.originOf((schema['properties'] as object | undefined) ?? schema);
  const at = workspace.placeOf(schema, 'oneOf');
  workspace.setOrigin(properties, at.file, at.offset, origin?.members ?? new Map());
  schema['properties'] = properties;
  schema['required'] = [...new Set([...textsOf(schema['required']), name])];
}

function lower(
  workspace: Workspace,
  branch: Schema,
  name: string,
  branches: readonly Schema[],
  forbidding: Forbidding,
): Schema {
  const { properties, required, ...rest } = branch;
  const own = { ...(properties as Schema) };
  delete own[name];
  const others: Schema = {};
  for (const other of branches) {
    for (const key of Object.keys((other['properties'] as object | undefined) ?? {})) {
      if (key !== name && !Object.hasOwn(own, key)) others[key] = false;
    }
  }
  forbidding.add(others);
  const then: Schema = { ...rest, properties: own };
  then['required'] = textsOf(required).filter((key) => key !== name);
  keepPlace(workspace, branch, then);
  keepPlace(workspace, (properties as object | undefined) ?? branch, own);
  const test = { properties: { [name]: { const: constantOf(branch, name) } }, required: [name] };
  const all = Object.keys(others).length > 0 ? { ...then, allOf: withOthers(then, others) } : then;
  keepPlace(workspace, branch, all);
  return { if: test, then: all };
}

function withOthers(then: Schema, others: Schema): unknown[] {
  return [...itemsOf(then['allOf']), { properties: others }];
}

function keepPlace(workspace: Workspace, from: object, made: object): void {
  const origin = workspace.originOf(from);
  if (origin) workspace.setOrigin(made, origin.file, origin.offset, origin.members);
}

const tooMany = {
  rule: 'schema-too-large',
  message: `This "oneOf" has more than ${mostBranches} branches: a page that held them all could freeze.`,
  fix: 'Ask a coarser question first, and branch again inside.',
};
const undiscriminated = {
  rule: 'one-of-undiscriminated',
  message: 'Nothing tells which of these branches a person is in, so none of them can be asked.',
  fix: 'Give each branch a required property with a "const" of its own, or use "enum" for a plain choice.',
};
