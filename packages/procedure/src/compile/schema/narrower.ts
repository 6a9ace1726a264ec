import { canonicalJson } from '../../canonical/canonical-json.js';
import { itemsOf } from '../../read/shapes.js';

type Narrows = (ours: unknown, theirs: unknown) => boolean;

const atMost: Narrows = (ours, theirs) => Number(ours) <= Number(theirs);
const atLeast: Narrows = (ours, theirs) => Number(ours) >= Number(theirs);
const isAmong: Narrows = (ours, theirs) => {
  const known = new Set(listOf(theirs).map(canonicalJson));
  return listOf(ours).every((value) => known.has(canonicalJson(value)));
};

const narrowing: ReadonlyMap<string, Narrows> = new Map([
  ['maximum', atMost],
  ['exclusiveMaximum', atMost],
  ['maxLength', atMost],
  ['maxItems', atMost],
  ['minimum', atLeast],
  ['exclusiveMinimum', atLeast],
  ['minLength', atLeast],
  ['minItems', atLeast],
  ['enum', isAmong],
  ['type', (ours, theirs) => isAmong(ours, withIntegers(theirs))],
  ['uniqueItems', (ours) => ours === true],
  ['additionalProperties', (ours) => ours === false],
  ['unevaluatedProperties', (ours) => ours === false],
]);

/**
 * Whether one value of an assertion asks all that another does, and more: both then hold when it alone stands.
 * A wider value beside a narrower one has no effect, which no author expects.
 */
export function isNarrower(keyword: string, ours: unknown, theirs: unknown): boolean {
  return narrowing.get(keyword)?.(ours, theirs) ?? false;
}

function withIntegers(types: unknown): unknown {
  return listOf(types).includes('number') ? [...listOf(types), 'integer'] : types;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? itemsOf(value) : [value];
}
