import type { Chance } from './chance.js';
import type { JsonSchema } from './json-schema.js';

/** Patterns of the linear-safe subset, anchored and not, with letters beyond the basic plane. */
const patterns = ['^75', '\\d{3}', '^[A-Z]{2}\\d*$', 'é', '^\\p{L}+$', '.', '^.$', '[😀x]'];

/** Formats of texts, of the closed list; those of days apart. */
const formats = [
  'email',
  'phone',
  'country',
  'post-code-fr',
  'foreigner-number',
  'document-number',
  'visa-number',
  'month',
];

/** Values that a choice may offer: texts that look like each other, numbers, booleans, null. */
const options: readonly unknown[] = [
  'yes',
  'no',
  'Yes',
  '1',
  1,
  0,
  true,
  false,
  null,
  'é',
  'é',
  '',
];

const durations = ['P18Y', 'P3M', 'P1Y', 'P10D', '-P120D', 'P1M', 'P2W'];

/** Days as authors write them: ends of months, 29 February, beyond 2038. */
export const days = [
  '2026-11-23',
  '2027-01-31',
  '2028-02-29',
  '2027-02-28',
  '2008-11-23',
  '2008-11-24',
  '1980-07-12',
  '2038-01-19',
  '2038-01-20',
  '2100-03-01',
];

/** The schema of one question, any keyword of the admitted language; `dates` are the dates that its moments may be counted from. */
export function leafOf(chance: Chance, dates: readonly string[], isPlain: boolean): JsonSchema {
  const schema = chance.pick(isPlain ? plainMakers : makers)(chance, dates);
  const marks = {
    ...(chance.is(10) ? { mustKnow: 'rule' } : {}),
    ...(chance.is(10) ? { blocks: 'rule' } : {}),
    ...(chance.is(5) ? { confidential: true } : {}),
  };
  return Object.keys(marks).length > 0 ? { ...schema, guichet: marks } : schema;
}

type Maker = (chance: Chance, dates: readonly string[]) => JsonSchema;

const text: Maker = (chance) => ({
  type: 'string',
  maxLength: chance.pick([1, 2, 3, 10, 100]),
  ...(chance.is(30) ? { minLength: chance.between(0, 3) } : {}),
  ...(chance.is(30) ? { pattern: chance.pick(patterns) } : {}),
});

const formatted: Maker = (chance) => ({
  type: 'string',
  format: chance.pick(formats),
  ...(chance.is(20) ? { maxLength: chance.pick([3, 5, 254]) } : {}),
});

const day: Maker = (chance, dates) => ({
  type: 'string',
  format: chance.pick(['date', 'partial-date']),
  ...dayAssertions(chance, dates),
});

/** A date that alternatives speak of: part of a partial one may satisfy. */
const dayOr: Maker = (chance, dates) => {
  const one = () => ({ [chance.pick(['notBefore', 'notAfter'])]: momentFrom(chance, dates) });
  const alternatives = chance.pick([
    { not: one() },
    { anyOf: [one(), one()] },
    { anyOf: [{ const: '1980' }, { not: one() }] },
    { allOf: [one(), { not: one() }] },
  ]);
  return { type: 'string', format: chance.pick(['date', 'partial-date']), ...alternatives };
};

/** Dates, one of which at least is early enough. */
const severalDays: Maker = (chance) => ({
  type: 'array',
  maxItems: 4,
  items: { type: 'string', format: 'partial-date' },
  contains: { notAfter: chance.pick(['2027-01-31', { from: 'today' }]) },
});

const number: Maker = (chance) => ({
  type: chance.pick(['integer', 'number']),
  ...(chance.is(40) ? { minimum: chance.pick([-5, 0, 0.1, 1, 1e15]) } : {}),
  ...(chance.is(40) ? { maximum: chance.pick([0, 10, 99.99, 1e308]) } : {}),
  ...(chance.is(20) ? { exclusiveMinimum: chance.pick([-1, 0, 5]) } : {}),
  ...(chance.is(20) ? { exclusiveMaximum: chance.pick([1, 5, 100]) } : {}),
  ...(chance.is(25) ? { multipleOf: chance.pick([0.01, 0.1, 5, 2, 1e-9]) } : {}),
});

const choice: Maker = (chance) => ({ enum: chooseSome(chance) });

const truth: Maker = (chance) =>
  chance.pick([{ type: 'boolean' }, { const: true }, { type: 'boolean', const: true }]);

const several: Maker = (chance) => ({
  type: 'array',
  items: chance.pick([
    { enum: chooseSome(chance) },
    { type: 'string', maxLength: 4 },
    { type: 'integer', minimum: 1 },
    { type: 'string', format: 'country' },
    { type: 'string', format: 'partial-date', notAfter: { from: 'today' } },
    { type: ['integer', 'string'], maxLength: 2, anyOf: [{ type: 'integer' }, { minLength: 1 }] },
  ]),
  maxItems: chance.between(1, 5),
  ...(chance.is(30) ? { minItems: chance.between(0, 2) } : {}),
  ...(chance.is(40) ? { uniqueItems: true } : {}),
  ...(chance.is(20) ? { contains: chance.pick([{ const: 'yes' }, { type: 'integer' }]) } : {}),
});

const either: Maker = (chance) => ({
  type: chance.pick([
    ['string', 'integer'],
    ['string', 'null'],
    ['boolean', 'string'],
  ]),
  maxLength: 5,
  ...(chance.is(40) ? { minimum: 3 } : {}),
  ...(chance.is(40) ? { pattern: chance.pick(patterns) } : {}),
});

const combined: Maker = (chance) =>
  chance.pick([
    { type: 'string', maxLength: 9, anyOf: [{ pattern: '^7' }, { const: 'no' }, { maxLength: 1 }] },
    { type: 'integer', not: { const: 13 }, allOf: [{ minimum: 3 }, { maximum: 30 }] },
    { type: 'string', maxLength: 9, not: { pattern: '^x' } },
    {
      type: 'string',
      maxLength: 9,
      allOf: [{ minLength: 2 }, { pattern: 'a' }, { not: { const: 'ab' } }],
    },
    { type: 'number', anyOf: [{ const: 1 }, { minimum: 10, not: { const: 13 } }] },
  ]);

const makers: readonly Maker[] = [
  text,
  text,
  formatted,
  day,
  day,
  day,
  dayOr,
  severalDays,
  number,
  number,
  choice,
  choice,
  truth,
  several,
  either,
  combined,
];

const plainMakers = makers.filter((maker) => maker !== dayOr && maker !== severalDays);

/** Two to four different options. */
export function chooseSome(chance: Chance): unknown[] {
  const chosen = chance.some(options, 30).slice(0, 4);
  return chosen.length > 0 ? chosen : ['yes', 'no'];
}

/** What a date may not precede or follow, and how old it may be. */
export function dayAssertions(chance: Chance, dates: readonly string[]): JsonSchema {
  return {
    ...(chance.is(40) ? { notBefore: momentFrom(chance, dates) } : {}),
    ...(chance.is(40) ? { notAfter: momentFrom(chance, dates) } : {}),
    ...(chance.is(15) ? { youngerThan: chance.pick(durations) } : {}),
    ...(chance.is(15) ? { olderThan: chance.pick(durations) } : {}),
  };
}

function momentFrom(chance: Chance, dates: readonly string[]): unknown {
  if (chance.is(25)) return chance.pick(days);
  return {
    from: chance.pick(['today', 'filing', ...dates, ...dates]),
    ...(chance.is(50) ? { add: chance.pick(durations) } : {}),
  };
}
