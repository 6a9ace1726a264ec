import type { Day, FormPlan, Pointer, Verdict } from '@guichet/procedure';
import type { Scope } from '../interpreter/scope.js';
import { answerAt, isComputed } from './answer-at.js';
import type { Content } from './content.js';
import type { Extras } from './extras.js';
import type { FieldState } from './field-state.js';
import type { GroupState } from './group-state.js';
import { isUnreadable } from './is-unreadable.js';
import { patternIn } from './pattern-in.js';
import { shapeOf, type Shape } from './shape.js';
import { visibilityOf, type Visibility } from './visibility.js';

/** The two days that rules read. Before filing they are the same. */
export interface Days {
  readonly today: Day;
  readonly filing: Day;
  /** Day of the last event of a type, of a dossier that has any. */
  readonly events?: Readonly<Record<string, Day>>;
}

/** One plan with one content at one time: everything computed, kept up to date by `refresh`. */
export interface Model {
  readonly plan: FormPlan;
  readonly extras: Extras | undefined;
  readonly shape: Shape;
  readonly content: Content;
  days: Days;
  readonly scope: Scope;
  readonly visibility: Map<Pointer, Visibility>;
  readonly fields: Map<Pointer, FieldState>;
  readonly groups: Map<Pointer, GroupState>;
  /** Concrete pointer → pattern. */
  readonly patterns: Map<Pointer, Pointer>;
  /** Whether the answer has the wrong type or format. */
  readonly unreadable: Map<Pointer, boolean>;
  /** Values computed so far, by concrete pointer; undefined: not known. */
  readonly computed: Map<Pointer, unknown>;
}

/** An empty model: states are computed when asked for, then kept. `extras` is there if the plan needs it. @internal */
export function bareModel(
  plan: FormPlan,
  content: Content,
  days: Days,
  extras: Extras | undefined,
): Model {
  const model: Model = {
    plan,
    extras,
    shape: shapeOf(plan),
    content,
    days,
    scope: {
      get today() {
        return model.days.today;
      },
      get filing() {
        return model.days.filing;
      },
      activity: (pointer) => activityOf(model, pointer),
      value: (pointer) => visibleValue(model, pointer),
      mark: (pointer) => (isComputed(model, pointer) ? undefined : content.marks.get(pointer)),
      isFaulty: (pointer) => isFaulty(model, pointer),
      rows: (group) => content.rows.get(group),
      amount: (name) => amountOn(plan, name, model.days.filing),
      event: (type) => eventOn(model.days, type),
      fact: () => 'unknown',
    },
    visibility: new Map(),
    fields: new Map(),
    groups: new Map(),
    patterns: new Map(),
    unreadable: new Map(),
    computed: new Map(),
  };
  return model;
}

function eventOn({ events = {} }: Days, type: string): Day | undefined {
  return Object.hasOwn(events, type) ? events[type] : undefined;
}

/** The amount of a dated value in force on a day; undefined when none is. */
export function amountOn(plan: FormPlan, name: string, day: Day): number | undefined {
  if (!Object.hasOwn(plan.values, name)) return undefined;
  return plan.values[name]?.findLast(
    (value) => value.from <= day && (value.until === undefined || day <= value.until),
  )?.is;
}

/** Every dated value in force on a day, by name: what a text may say of amounts and limits. */
export function amountsOn(plan: FormPlan, day: Day): Readonly<Record<string, number>> {
  const amounts = Object.keys(plan.values).map(
    (name) => [name, amountOn(plan, name, day)] as const,
  );
  return Object.fromEntries(
    amounts.filter((each): each is [string, number] => each[1] !== undefined),
  );
}

function activityOf(model: Model, pointer: Pointer): Verdict {
  const visibility = visibilityOf(model, pointer);
  return visibility === 'concerned' ? 'unknown' : visibility;
}

/**
 * What a condition sees of an answer: one that is not shown counts as absent, as it
 * does in a version, so that page and service judge alike (rules.md A9).
 */
function visibleValue(model: Model, pointer: Pointer): unknown {
  const visibility = visibilityOf(model, pointer);
  if (visibility === 'false' || visibility === 'unknown') return undefined;
  const answer = answerAt(model, pointer);
  return answer === undefined ? model.content.rows.get(pointer) : answer;
}

function isFaulty(model: Model, pointer: Pointer): boolean {
  let faulty = model.unreadable.get(pointer);
  if (faulty === undefined) {
    const schema = model.plan.fields[patternIn(model, pointer)]?.schema;
    const value = answerAt(model, pointer);
    faulty = schema !== undefined && value !== undefined && isUnreadable(schema, value);
    model.unreadable.set(pointer, faulty);
  }
  return faulty;
}
