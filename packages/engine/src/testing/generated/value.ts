import type { LeafSchema } from '@guichet/procedure';
import type { Chance } from './chance.js';
import { days } from './leaf.js';

/** Texts that people and machines send: names in any script, look-alikes, half characters, directions, digits of elsewhere. */
const texts = [
  '',
  'a',
  'no',
  'yes',
  'ab',
  'x',
  '75011',
  '75 011',
  '7501',
  'AB12345',
  'é',
  'e\u0301',
  'N’Guessan',
  'Đặng Thị Ánh',
  'محمد',
  'नेपाल',
  '名前',
  '😀',
  '😀😀',
  '👨‍👩‍👧',
  '\ud800',
  'a\udc00',
  '\u202eevil',
  '\u200b',
  '\u0000',
  'a@example.org',
  '+33612345678',
  '06 12 34 56 78',
  'FR',
  'ZZ',
  'fr ',
  '9912345678',
  'AB12345678',
  '2027-02',
  '2027-13',
  '__proto__',
  'x'.repeat(300),
];

const dates = [
  ...days,
  '1980',
  '1980-07',
  '2026',
  '2026-11',
  '2027',
  '2008',
  '2008-11',
  '2027-02-30',
  '2027-2-3',
  '0001-01-01',
  '9999-12-31',
  '0000',
  ' 2027-01-31 ',
  'soon',
];

const numbers = [
  0,
  -0,
  1,
  2,
  3,
  5,
  10,
  13,
  30,
  100,
  -1,
  0.1,
  0.3,
  0.30000000000000004,
  19.99,
  99.99,
  1.5,
  1e15,
  1e21,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
  2 ** 53 + 2,
  1e-9,
  3.0000000001,
];

/** Values that a schema may or may not take: drawn from what it says, and from what lies just beside. */
export function valueFor(chance: Chance, schema: LeafSchema): unknown {
  const { enum: options, const: only, type, format, items } = schema;
  if (options) return chance.pick(options);
  if (only !== undefined) return chance.is(90) ? only : !only;
  const kind = typeof type === 'object' ? chance.pick(type) : type;
  if (kind === 'boolean') return chance.is(50);
  if (kind === 'null') return null;
  if (kind === 'integer' || kind === 'number') return numberFor(chance, schema, kind);
  if (kind === 'array') return severalFor(chance, items ?? {}, Number(schema.maxItems ?? 3));
  return format === 'date' || format === 'partial-date'
    ? chance.pick(dates)
    : textFor(chance, schema);
}

function numberFor(chance: Chance, schema: LeafSchema, kind: string): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const limits = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf].filter(
    (limit) => limit !== undefined,
  );
  const limit = limits.length > 0 && chance.is(50) ? chance.pick(limits) : chance.pick(numbers);
  const near = limit + chance.pick([0, 0, 1, -1, 0.5]);
  return kind === 'integer' && chance.is(80) ? Math.round(near) : near;
}

function severalFor(chance: Chance, items: LeafSchema, most: number): unknown[] {
  const length = chance.between(0, Math.min(most, 4) + (chance.is(10) ? 2 : 0));
  const values = Array.from({ length }, () => valueFor(chance, items));
  return chance.is(20) ? [...values, ...values.slice(0, 1)] : values;
}

function textFor(chance: Chance, { maxLength = 20, minLength = 0 }: LeafSchema): string {
  if (chance.is(70)) return chance.pick(texts);
  const length = chance.pick([minLength, minLength - 1, maxLength, maxLength + 1]);
  return chance.pick(['a', '7', 'é', '😀']).repeat(Math.min(Math.max(length, 0), 300));
}

/** Anything that JSON can hold, whatever was asked. */
export function hostileValue(chance: Chance): unknown {
  return chance.pick<unknown>([
    null,
    true,
    [],
    {},
    chance.pick(texts),
    chance.pick(numbers),
    chance.pick(dates),
    [chance.pick(texts), chance.pick(numbers)],
    [{ _row: 'r1' }],
    { _row: 'r1', constructor: 1 },
    { a: { b: [] } },
    JSON.parse('{"__proto__": {"polluted": true}}'),
    [[], {}, null],
  ]);
}
