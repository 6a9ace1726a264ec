import type { Chance } from './chance.js';
import type { JsonSchema } from './json-schema.js';
import { dayAssertions } from './leaf.js';

/**
 * A test on one answer, as an `if` holds: of the kind that its schema takes, or now and then of another,
 * which a value never satisfies (rules.md A3). Plain: without our own keywords.
 */
export function testOf(
  chance: Chance,
  schema: JsonSchema,
  isPlain: boolean,
  depth = 0,
): JsonSchema {
  if (depth < 2 && chance.is(18)) return { not: testOf(chance, schema, isPlain, depth + 1) };
  if (depth < 2 && chance.is(10))
    return {
      [chance.pick(['anyOf', 'allOf'])]: [
        testOf(chance, schema, isPlain, depth + 1),
        testOf(chance, schema, isPlain, depth + 1),
      ],
    };
  if (chance.is(6)) return { type: chance.pick(['string', 'integer', 'boolean', 'array']) };
  return valueTest(chance, schema, isPlain);
}

function valueTest(chance: Chance, schema: JsonSchema, isPlain: boolean): JsonSchema {
  const { enum: options, const: only, format, type, items } = schema;
  if (Array.isArray(options))
    return chance.is(70)
      ? { const: chance.pick(options) }
      : { enum: chance.some(options, 60).concat([options[0]]) };
  if (only !== undefined) return { const: only };
  if (type === 'boolean') return { const: chance.is(50) };
  if (format === 'date' || format === 'partial-date') {
    if (isPlain)
      return chance.pick([{ const: '2027-01-31' }, { pattern: '^20' }, { minLength: 7 }]);
    const test = dayAssertions(chance, []);
    return Object.keys(test).length > 0 ? test : { notAfter: { from: 'today' } };
  }
  if (type === 'integer' || type === 'number') return numberTest(chance, isPlain);
  if (type === 'array')
    return chance.pick([
      { minItems: chance.between(1, 2) },
      { maxItems: chance.between(0, 2) },
      {
        contains:
          items === undefined ? { const: 'yes' } : valueTest(chance, items as JsonSchema, isPlain),
      },
    ]);
  if (typeof format === 'string')
    return chance.pick([{ format }, { pattern: '^0' }, { minLength: 4 }]);
  if (Array.isArray(type))
    return chance.pick([{ pattern: '^7' }, { minimum: 3 }, { minLength: 2 }]);
  return chance.pick([{ pattern: '^7' }, { minLength: 2 }, { maxLength: 1 }, { const: 'yes' }]);
}

function numberTest(chance: Chance, isPlain: boolean): JsonSchema {
  return chance.pick([
    { minimum: 3 },
    { maximum: 3 },
    { exclusiveMinimum: 0 },
    { exclusiveMaximum: 10 },
    isPlain ? { const: 2 } : { multipleOf: 2 },
    { const: chance.between(0, 3) },
  ]);
}
