import {
  compile,
  type Condition,
  type Plan,
  type Pointer,
  type Published,
  type Test,
} from '@guichet/procedure';
import type { Chance } from './chance.js';
import type { JsonSchema } from './json-schema.js';
import { generateSchema, procedureAround, type GeneratedSchema } from './procedure.js';
import { testOf } from './test-of.js';

/** A generated procedure, whole: pages with forks, pieces, fees, advice, a window, computed values. */
export async function generateProcedure(chance: Chance, questions: number): Promise<Published> {
  const schema = generateSchema(chance, questions);
  const bare = await compiled(schema);
  const data = withComputed(chance, schema.data, bare.plan);
  const whole = { ...schema, data };
  const { plan } = data === schema.data ? bare : await compiled(whole);
  return compiled(whole, { facts: factsFor(chance, plan), flow: flowFor(chance, plan) });
}

type More = Parameters<typeof procedureAround>[1];

async function compiled(schema: GeneratedSchema, more?: More): Promise<Published> {
  const { published, problems } = await compile(procedureAround(schema, more));
  if (!published) throw new Error(JSON.stringify(problems));
  return published;
}

/** Questions outside rows whose value is a number, a day, and so on. */
function fieldsOf(plan: Plan, isWanted: (schema: JsonSchema) => boolean): readonly Pointer[] {
  return Object.entries(plan.fields)
    .filter(([pointer, { schema }]) => !pointer.includes('*') && isWanted(schema as JsonSchema))
    .map(([pointer]) => pointer);
}

const isNumber = ({ type }: JsonSchema) => type === 'integer' || type === 'number';
const isDay = ({ format }: JsonSchema) => format === 'date' || format === 'partial-date';

function withComputed(chance: Chance, data: JsonSchema, plan: Plan): JsonSchema {
  const numbers = fieldsOf(plan, isNumber).map((at) => ({ at }));
  const days = fieldsOf(plan, isDay);
  const groups = Object.keys(plan.groups).filter((group) => !group.includes('*'));
  const computed = [
    ...(numbers.length > 0 ? [{ sum: [...chance.some(numbers, 60), 1] }] : []),
    ...(days.length > 0
      ? [{ wholeYears: { from: { from: chance.pick(days) }, to: { from: 'today' } } }]
      : []),
    ...(groups.length > 0 ? [{ countOf: chance.pick(groups) }] : []),
  ];
  if (JSON.stringify(data).includes('unevaluatedProperties') || !chance.is(60)) return data;
  const made = computed.map((compute, i) => [
    `computed${i}`,
    { type: 'number', guichet: { compute } },
  ]);
  return {
    ...data,
    properties: { ...(data['properties'] as object | undefined), ...Object.fromEntries(made) },
  };
}

function factsFor(chance: Chance, plan: Plan): object {
  const days = fieldsOf(plan, isDay);
  const fields = Object.keys(plan.fields).filter((pointer) => !pointer.includes('*'));
  const when = () => conditionOn(chance, plan);
  const groups = Object.keys(plan.groups).filter((group) => rowFields(plan, group).length > 0);
  const each = groups.length > 0 ? chance.pick(groups) : undefined;
  return {
    pieces: {
      identity: { asked: 'always', needed: 'examination', source: 'rule' },
      proof: { asked: when(), needed: 'later', source: 'rule' },
      paper: { asked: when(), needed: 'delivery', anyOf: ['one', 'other'], source: 'rule' },
      ...(each === undefined
        ? {}
        : {
            ofRow: {
              each,
              asked: rowCondition(chance, plan, each),
              needed: 'later',
              source: 'rule',
            },
          }),
    },
    values: { amount: [{ from: '2026-01-01', is: 500, unit: 'EUR cents', source: 'rule' }] },
    fees: [
      { name: 'fee', cents: 'amount', source: 'rule' },
      { name: 'more', cents: 'amount', when: when(), source: 'rule' },
    ],
    advice:
      fields.length === 0
        ? []
        : [0, 1].map((n) => ({
            say: `advice${n}`,
            level: 'inform',
            at: chance.pick(fields),
            when: when(),
            source: 'rule',
          })),
    ...(days.length === 0
      ? {}
      : {
          window: {
            opens: { from: chance.pick(days), add: '-P120D' },
            closes: { from: chance.pick(days), add: '-P60D' },
            lateMeans: 'late',
            source: 'rule',
          },
        }),
  };
}

/** One to four pages of questions, each perhaps passed over by a fork, then the pieces and the review. */
function flowFor(chance: Chance, plan: Plan): object {
  const names = [
    ...new Set(
      [...Object.keys(plan.fields), ...Object.keys(plan.groups)].map(
        (pointer) => `/${pointer.split('/')[1]}`,
      ),
    ),
  ];
  const pages: string[][] = [[]];
  for (const name of names) {
    if ((pages.at(-1)?.length ?? 0) > 0 && chance.is(35)) pages.push([]);
    pages.at(-1)?.push(name);
  }
  const ids = [...pages.map((_, i) => `page${i}`), 'pieces', 'review'];
  const states = pages.map((ask, i) => {
    const next = ids[i + 1];
    const later = chance.pick(ids.slice(i + 1));
    const guard = { type: 'when', params: conditionOn(chance, plan) };
    const [only] = ask;
    const isEach = ask.length === 1 && only !== undefined && Object.hasOwn(plan.groups, only);
    const meta = isEach && chance.is(70) ? { each: only, ask: namesInRow(plan, only) } : { ask };
    return [
      ids[i],
      { meta, on: { NEXT: chance.is(40) ? [{ target: later, guard }, { target: next }] : next } },
    ];
  });
  return {
    initial: 'page0',
    states: {
      ...Object.fromEntries(states),
      pieces: { meta: { ask: 'pieces' }, on: { NEXT: 'review' } },
      review: { meta: { ask: 'review' } },
    },
  };
}

function namesInRow(plan: Plan, group: Pointer): string[] {
  const prefix = `${group}/*/`;
  const inside = [...Object.keys(plan.fields), ...Object.keys(plan.groups)].filter((one) =>
    one.startsWith(prefix),
  );
  return [...new Set(inside.map((pointer) => `./${pointer.slice(prefix.length).split('/')[0]}`))];
}

function conditionOn(chance: Chance, plan: Plan, depth = 0): Condition {
  if (depth < 2 && chance.is(30))
    return chance.pick([
      { all: [conditionOn(chance, plan, depth + 1), conditionOn(chance, plan, depth + 1)] },
      { any: [conditionOn(chance, plan, depth + 1), conditionOn(chance, plan, depth + 1)] },
      { not: conditionOn(chance, plan, depth + 1) },
    ]);
  const groups = Object.keys(plan.groups).filter(
    (group) => !group.includes('*') && rowFields(plan, group).length > 0,
  );
  if (groups.length > 0 && chance.is(25)) {
    const group = chance.pick(groups);
    const where = rowCondition(chance, plan, group);
    return chance.is(50) ? { some: group, where } : { every: group, where };
  }
  const fields = Object.keys(plan.fields).filter((pointer) => !pointer.includes('*'));
  if (fields.length === 0) return { at: chance.pick(groups), known: true };
  return leafOn(chance, plan, chance.pick(fields));
}

function leafOn(chance: Chance, plan: Plan, pattern: Pointer, at = pattern): Condition {
  const schema = plan.fields[pattern]?.schema ?? {};
  if (chance.is(20)) return { at, known: chance.is(70) };
  return { at, is: testOf(chance, schema as JsonSchema, false) as Test };
}

function rowFields(plan: Plan, group: Pointer): readonly Pointer[] {
  const prefix = `${group}/*/`;
  return Object.keys(plan.fields).filter(
    (one) => one.startsWith(prefix) && !one.slice(prefix.length).includes('*'),
  );
}

function rowCondition(chance: Chance, plan: Plan, group: Pointer): Condition {
  const pattern = chance.pick(rowFields(plan, group));
  return leafOn(chance, plan, pattern, `.${pattern.slice(group.length + 2)}`);
}
