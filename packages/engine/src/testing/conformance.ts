import type {
  Condition,
  Day,
  FactName,
  LeafSchema,
  Plan,
  Pointer,
  Test,
  Verdict,
} from '@guichet/procedure';
import { canonicalJson } from '@guichet/procedure';
import { walkerOf } from '../flow/walk-flow.js';
import { pagesOf } from '../flow/pages.js';
import type { Mark, PieceAnswer, Version } from '../draft.js';
import { judge } from '../judge/judge.js';
import type { Judgement } from '../judgement.js';
import { fieldState } from '../model/field-state.js';
import { allFields } from '../model/instances.js';
import { isShown } from '../model/visibility.js';
import { versionOfModel } from '../versions/version-of.js';
import { evaluate } from '../interpreter/evaluate.js';
import { firstFault } from '../interpreter/first-fault.js';
import { contextOf } from '../interpreter/holds.js';
import { factScope, type Scope } from '../interpreter/scope.js';
import { contentOf } from '../model/content.js';
import { createModel } from '../model/create-model.js';
import type { Model } from '../model/model.js';
import { emptyPlan } from './empty-plan.js';

/** What the conditions and keywords of a conformance case may read. */
export interface Circumstances {
  readonly today?: Day;
  readonly filing?: Day;
  readonly answers?: Readonly<Record<Pointer, unknown>>;
  readonly rows?: Readonly<Record<Pointer, readonly string[]>>;
  readonly marks?: Readonly<Record<Pointer, Mark['is']>>;
  /** Pointers that the active branches forbid. */
  readonly inactive?: readonly Pointer[];
  /** Pointers whose answer has an issue of type or format. */
  readonly unreadable?: readonly Pointer[];
  readonly values?: Readonly<Record<string, number>>;
  readonly events?: Readonly<Record<string, Day>>;
  readonly facts?: Readonly<Partial<Record<FactName, Verdict>>>;
}

/** A file of `conformance/conditions`. */
export interface ConditionCases {
  readonly title: string;
  readonly rule: string;
  readonly given?: Circumstances;
  readonly cases: readonly {
    readonly title: string;
    readonly given?: Circumstances;
    readonly condition: Condition;
    /** Pointer whose row binds `*`. */
    readonly owner?: Pointer;
    readonly verdict: Verdict;
  }[];
}

/** A file of `conformance/keywords`: `test` in a condition, or `schema` on an answer. */
export interface KeywordCases {
  readonly title: string;
  readonly rule: string;
  readonly given?: Circumstances;
  readonly cases: readonly {
    readonly title?: string;
    readonly given?: Circumstances;
    readonly test?: Test;
    readonly verdict?: Verdict;
    readonly schema?: LeafSchema;
    /** Code of the one fault; null: none. */
    readonly fault?: string | null;
    readonly value: unknown;
  }[];
}

/** A file of `conformance/flows`: the pages that answers lead through. */
export interface FlowCases {
  readonly title: string;
  readonly rule: string;
  readonly plan: Partial<Plan>;
  readonly cases: readonly {
    readonly title: string;
    readonly given?: Circumstances & {
      readonly pieces?: Readonly<Record<string, PieceAnswer>>;
      /** The day in Europe/Paris, when it is another one. */
      readonly otherDay?: Day;
      readonly incidentSince?: Day;
    };
    /** Ids of the pages. */
    readonly path?: readonly string[];
    /** Fields shown, optional ones included. */
    readonly shown?: readonly Pointer[];
    /** What must be in the version's answers, whole. */
    readonly version?: Version['answers'];
    /** Part of the judgement of that version. */
    readonly judgement?: Partial<Judgement>;
  }[];
}

/** Runs a file of conditions; each line of the answer is one difference. */
export function runConditionCases(file: ConditionCases): string[] {
  return file.cases.flatMap(({ title, given, condition, owner, verdict }) => {
    const found = evaluate(condition, scopeOf({ ...file.given, ...given }), owner);
    return differ(file, title, verdict, found);
  });
}

/** Runs a file of keywords; each line of the answer is one difference. */
export function runKeywordCases(file: KeywordCases): string[] {
  return file.cases.flatMap(({ title, given, test, verdict, schema, fault, value }) => {
    const scope = scopeOf({ ...file.given, ...given });
    const name = title ?? JSON.stringify({ ...(test ?? schema), value });
    const tested = test && contextOf(scope, '', 'false').holds(test, value);
    const fails = schema && (firstFault(schema, value, contextOf(scope, '', 'true'))?.code ?? null);
    return [
      ...(test ? differ(file, name, verdict, tested) : []),
      ...(schema ? differ(file, name, fault ?? null, fails) : []),
    ];
  });
}

/** Runs a file of flows; each line of the answer is one difference. */
export function runFlowCases(file: FlowCases): string[] {
  const plan = { ...emptyPlan, ...file.plan };
  return file.cases.flatMap((one) => {
    const { title, given = {}, path, shown, version, judgement = {} } = one;
    const model = modelOf(plan, given);
    const walk = walkerOf(plan, (guard) => evaluate(guard, model.scope) === 'true');
    const made = versionOfModel(model);
    const judged = judge(plan, made, { ...model.days, zone: 'UTC', ...given });
    const isWanted = (pointer: Pointer) => isShown(fieldState(model, pointer).visibility);
    const pages = pagesOf(model, walk()).map(({ id }) => id);
    return [
      ...(path ? differ(file, `${title}: path`, path, pages) : []),
      ...(shown ? differ(file, `${title}: shown`, shown, allFields(model).filter(isWanted)) : []),
      ...(version ? differ(file, `${title}: version`, version, made.answers) : []),
      ...Object.entries(judgement).flatMap(([name, wanted]) =>
        differ(file, `${title}: ${name}`, wanted, judged[name as keyof Judgement]),
      ),
    ];
  });
}

function modelOf(plan: Plan, given: NonNullable<FlowCases['cases'][number]['given']>): Model {
  const today = given.today ?? '2026-11-23';
  const content = contentOf({
    answers: given.answers ?? {},
    rows: given.rows ?? {},
    marks: marksOf(given),
    pieces: given.pieces ?? {},
  });
  return createModel(plan, content, { today, filing: given.filing ?? today });
}

function differ(
  file: { readonly title: string; readonly rule: string },
  title: string,
  expected: unknown,
  found: unknown,
): string[] {
  const [want, got] = [inOneOrder(expected), inOneOrder(found)];
  return want === got
    ? []
    : [`${file.rule} ${file.title}: ${title}: expected ${want}, found ${got}`];
}

function inOneOrder(value: unknown): string {
  return canonicalJson(value ?? null);
}

/** What a case says can be read, as conditions read it. @internal */
export function scopeOf(given: Circumstances): Scope {
  const answers = new Map(Object.entries(given.answers ?? {}));
  const rows = new Map(Object.entries(given.rows ?? {}));
  const marks = new Map(Object.entries(marksOf(given)));
  const values = new Map(Object.entries(given.values ?? {}));
  const events = new Map(Object.entries(given.events ?? {}));
  const today = given.today ?? '2026-11-23';
  return {
    ...factScope(given.facts ?? {}, { today, filing: given.filing ?? today }, (type) =>
      events.get(type),
    ),
    activity: (pointer) => (isBelow(pointer, given.inactive ?? []) ? 'false' : 'true'),
    value: (pointer) => (answers.has(pointer) ? answers.get(pointer) : rows.get(pointer)),
    mark: (pointer) => marks.get(pointer),
    isFaulty: (pointer) => (given.unreadable ?? []).includes(pointer),
    rows: (group) => rows.get(group),
    amount: (name) => values.get(name),
  };
}

function isBelow(pointer: Pointer, forbidden: readonly Pointer[]): boolean {
  return forbidden.some((one) => pointer === one || pointer.startsWith(`${one}/`));
}

function marksOf(given: Circumstances): Readonly<Record<Pointer, Mark>> {
  return Object.fromEntries(
    Object.entries(given.marks ?? {}).map(([pointer, is]) => [pointer, { is, at: '' }]),
  );
}
