import type { Chance } from './chance.js';
import type { JsonSchema, Readable, Written } from './json-schema.js';
import { leafOf } from './leaf.js';
import { testOf } from './test-of.js';

/** Names of properties: keywords, members of prototypes, other scripts, signs that pointers and addresses escape. */
const names = [
  ...'abcdefghijkmnpqrstuvw',
  'not',
  'contains',
  'anyOf',
  'then',
  'if',
  'items',
  'properties',
  'required',
  'toString',
  'constructor',
  'hasOwnProperty',
  'length',
  'prénom',
  '名前',
  'اسم',
  'first name',
  '100%',
  'a.b',
  '0',
];

/** What a procedure may still spend on questions, and the blocks that it wrote apart. */
export interface Budget {
  questions: number;
  readonly blocks: Map<string, JsonSchema>;
  readonly defs: Map<string, JsonSchema>;
  /** No keyword that a validator of others cannot be taught decides of a branch. */
  readonly isPlain: boolean;
  /** Of a name that only one object defines. */
  next: number;
}

/** Where an object stands: how deep, in how many rows. */
export interface Depth {
  readonly objects: number;
  readonly rows: number;
}

/** What was written, and what the object around it can read of it. */
interface Made {
  readonly schema: JsonSchema;
  readonly readable: readonly Readable[];
}

/** An object of questions with its conditions: what its first half answers decides of its second. */
export function objectOf(chance: Chance, budget: Budget, depth: Depth): Made {
  const used = new Set<string>();
  const dates: string[] = [];
  const written = Array.from({ length: chance.between(2, 6) }, () => {
    const one = propertyOf(chance, budget, depth, { used, dates });
    const { format } = one.schema;
    if (format === 'date' || format === 'partial-date') dates.push(`./${one.name}`);
    return one;
  });
  const half = Math.ceil(written.length / 2);
  const readable = written.slice(0, half).flatMap((one) => one.readable);
  const later = written.slice(half);
  const decide = () => branchingOf(chance, budget, readable, later);
  const schema = referred(chance, budget, {
    type: 'object',
    properties: Object.fromEntries(written.map(({ name, schema }) => [name, schema])),
    required: chance.some(written, 50).map(({ name }) => name),
    ...(readable.length > 0 && chance.is(60) ? decide() : {}),
    ...(readable.length > 0 && chance.is(35)
      ? { allOf: [decide(), ...(chance.is(40) ? [decide()] : [])] }
      : {}),
    ...(chance.is(15) ? oneOfOf(chance, budget) : {}),
    ...(chance.is(15) ? dependentOf(chance, written) : {}),
    ...(chance.is(15) ? { unevaluatedProperties: false } : {}),
  });
  return { schema, readable: written.flatMap((one) => one.readable) };
}

function propertyOf(
  chance: Chance,
  budget: Budget,
  depth: Depth,
  { used, dates }: { readonly used: Set<string>; readonly dates: readonly string[] },
): Written {
  let name = chance.pick(names);
  while (used.has(name)) name = chance.pick(names);
  used.add(name);
  budget.questions -= 1;
  if (budget.questions > 0 && depth.objects < 3 && chance.is(15)) {
    const inner = objectOf(chance, budget, { ...depth, objects: depth.objects + 1 });
    const readable = inner.readable.map((one) => ({ ...one, path: [name, ...one.path] }));
    return { name, schema: inner.schema, is: 'object', readable };
  }
  if (budget.questions > 0 && depth.rows < 2 && chance.is(15)) {
    const schema = groupOf(chance, budget, { objects: depth.objects + 1, rows: depth.rows + 1 });
    return { name, schema, is: 'group', readable: [{ path: [name], schema, isGroup: true }] };
  }
  const schema = leafOf(chance, dates, budget.isPlain);
  return { name, schema, is: 'leaf', readable: [{ path: [name], schema }] };
}

function groupOf(chance: Chance, budget: Budget, depth: Depth): JsonSchema {
  return {
    type: 'array',
    maxItems: chance.between(1, 4),
    ...(chance.is(30) ? { minItems: chance.between(0, 2) } : {}),
    items: objectOf(chance, budget, depth).schema,
  };
}

/** One `if` and what follows from it, sometimes with another inside. */
function branchingOf(
  chance: Chance,
  budget: Budget,
  readable: readonly Readable[],
  later: readonly Written[],
  depth = 0,
): JsonSchema {
  const branch = () => branchOf(chance, budget, readable, later, depth);
  const has = chance.pick(['then', 'both', 'both', 'else']);
  return {
    if: ifOf(chance, readable, budget.isPlain),
    ...(has === 'else' ? {} : { then: branch() }),
    ...(has === 'then' ? {} : { else: branch() }),
  };
}

function ifOf(
  chance: Chance,
  readable: readonly Readable[],
  isPlain: boolean,
  depth = 0,
): JsonSchema {
  if (depth < 2 && chance.is(12)) return { not: ifOf(chance, readable, isPlain, depth + 1) };
  if (depth < 2 && chance.is(15))
    return {
      [chance.pick(['anyOf', 'allOf'])]: [
        ifOf(chance, readable, isPlain, depth + 1),
        ifOf(chance, readable, isPlain, depth + 1),
      ],
    };
  const read = [chance.pick(readable), ...(chance.is(25) ? [chance.pick(readable)] : [])];
  const tests = read.map(({ path, schema, isGroup }) => {
    const test = isGroup
      ? { [chance.pick(['minItems', 'maxItems'])]: chance.between(1, 2) }
      : testOf(chance, schema, isPlain);
    return reading(path, chance.is(10) ? undefined : test);
  });
  const [first = {}, ...more] = tests;
  return more.length > 0 ? { allOf: tests } : first;
}

/** The object shape of an `if`: `properties`, each required, down to the answer. */
function reading(path: readonly string[], test: JsonSchema | undefined): JsonSchema {
  const [name = '', ...rest] = path;
  if (rest.length > 0) return { properties: { [name]: reading(rest, test) }, required: [name] };
  return test ? { properties: { [name]: test }, required: [name] } : { required: [name] };
}

function branchOf(
  chance: Chance,
  budget: Budget,
  readable: readonly Readable[],
  later: readonly Written[],
  depth: number,
): JsonSchema {
  const required: string[] = [];
  const properties: Record<string, unknown> = {};
  for (const { name } of later) {
    const what = chance.between(0, 3);
    if (what === 0) required.push(name);
    if (what === 1) properties[name] = false;
  }
  if (chance.is(40)) {
    const name = `only${++budget.next}`;
    properties[name] = leafOf(chance, [], budget.isPlain);
    if (chance.is(60)) required.push(name);
  }
  return {
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(depth < 2 && chance.is(25) ? branchingOf(chance, budget, readable, later, depth + 1) : {}),
  };
}

/** A choice between objects, told apart by a constant that each requires. */
function oneOfOf(chance: Chance, budget: Budget): JsonSchema {
  const teller = `kind${++budget.next}`;
  const shared = `shared${budget.next}`;
  const branch = (value: unknown): JsonSchema => {
    const own = `own${++budget.next}`;
    return {
      properties: {
        [teller]: { const: value },
        [own]: leafOf(chance, [], budget.isPlain),
        ...(chance.is(50) ? { [shared]: { type: 'string', maxLength: 20 } } : {}),
      },
      required: [teller, ...chance.some([own], 60)],
    };
  };
  return { oneOf: ['alone', 'together', 2].slice(0, chance.between(2, 3)).map(branch) };
}

function dependentOf(chance: Chance, written: readonly Written[]): JsonSchema {
  const [first, ...others] = written.filter((one) => one.is === 'leaf').map(({ name }) => name);
  const wanted = chance.some(others, 50);
  return first === undefined || wanted.length === 0
    ? {}
    : { dependentRequired: { [first]: wanted } };
}

/** Now and then an object is written apart, in a file or under `$defs`, and more is said beside its `$ref`. */
function referred(chance: Chance, budget: Budget, schema: JsonSchema): JsonSchema {
  if (!chance.is(20)) return schema;
  const name = `block${++budget.next}`;
  const { required, ...block } = schema;
  const isFile = chance.is(50);
  (isFile ? budget.blocks : budget.defs).set(name, block);
  const extra = `beside${budget.next}`;
  return {
    $ref: isFile ? `../shared/${name}.schema.json` : `../generated/data.schema.json#/$defs/${name}`,
    ...(chance.is(70) ? { required } : {}),
    ...(chance.is(50) && !('unevaluatedProperties' in block)
      ? { properties: { [extra]: leafOf(chance, [], budget.isPlain) } }
      : {}),
  };
}
