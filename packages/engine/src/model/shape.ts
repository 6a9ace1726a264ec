import type { FormPlan, Pointer } from '@guichet/procedure';

/** Look-ups derived once from a plan; they never change. */
export interface Shape {
  /** Place of each pattern in `plan.activity`: deciders first (rules.md A8). */
  readonly order: ReadonlyMap<Pointer, number>;
  /** Group pattern → patterns of the fields directly in its rows, in the order asked. */
  readonly rowFields: ReadonlyMap<Pointer, readonly Pointer[]>;
  /** Pattern → numbers of the pieces of advice said there. */
  readonly adviceAt: ReadonlyMap<Pointer, readonly number[]>;
  /** Patterns of all fields, of all groups. */
  readonly fields: readonly Pointer[];
  readonly groups: readonly Pointer[];
  /** Patterns of the fields whose value is computed. */
  readonly computed: ReadonlySet<Pointer>;
}

const shapes = new WeakMap<FormPlan, Shape>();

/** The look-ups of a plan, made at first use. */
export function shapeOf(plan: FormPlan): Shape {
  let shape = shapes.get(plan);
  if (!shape) shapes.set(plan, (shape = makeShape(plan)));
  return shape;
}

function makeShape(plan: FormPlan): Shape {
  const rowFields = new Map<Pointer, Pointer[]>();
  const adviceAt = new Map<Pointer, number[]>();
  const fields = Object.keys(plan.fields);
  for (const pattern of fields) {
    const end = pattern.lastIndexOf('/*/');
    if (end > 0) push(rowFields, pattern.slice(0, end), pattern);
  }
  // A plan published before groups named their fields has the order of its keys.
  for (const [group, { fields: named }] of Object.entries(plan.groups))
    if (named) rowFields.set(group, [...named]);
  plan.advice.forEach((advice, n) => push(adviceAt, advice.at, n));
  return {
    order: new Map(plan.activity.map((pattern, place) => [pattern, place])),
    rowFields,
    adviceAt,
    fields,
    groups: Object.keys(plan.groups),
    computed: new Set(fields.filter((pattern) => plan.fields[pattern]?.compute)),
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Pattern of the group whose row this pattern is in; undefined outside rows. */
export function groupAround(pattern: Pointer): Pointer | undefined {
  const end = pattern.lastIndexOf('/*/');
  return end < 0 ? undefined : pattern.slice(0, end);
}

/** Whether a name is a plan's own field, whatever hostile names an answer brings. */
export const hasField = (plan: FormPlan, pattern: Pointer): boolean =>
  Object.hasOwn(plan.fields, pattern);

/** Whether a name is a plan's own group. */
export const hasGroup = (plan: FormPlan, pattern: Pointer): boolean =>
  Object.hasOwn(plan.groups, pattern);
