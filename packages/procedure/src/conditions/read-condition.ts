import { isDuration } from '../calendar/duration.js';
import { isDay } from '../calendar/is-day.js';
import type { OutlineNode } from '../compile/outline.js';
import { didYouMean } from '../read/did-you-mean.js';
import { isObject, itemsOf, type Json } from '../read/shapes.js';
import type { Place, Workspace } from '../read/workspace.js';
import type { Condition, Moment } from '../types/condition.js';
import type { FieldPlan } from '../types/field.js';
import { checkTest } from './check-values.js';
import { testKeywords } from './test-keywords.js';

/** What a condition may name. */
export interface ConditionScope {
  readonly nodes: ReadonlyMap<string, OutlineNode>;
  /** What each question takes: a test of another value is never true. */
  readonly fields?: Readonly<Record<string, FieldPlan>>;
  /** Names of dated values. */
  readonly values: ReadonlySet<string>;
  /** Whether a question may not be asked at all, of some people. */
  readonly canBeInactive?: (pointer: string) => boolean;
  /** Pattern pointer of the row that `./` means, inside `some`, `every` and a page a row. */
  readonly row?: string;
}

const facts: readonly string[] = ['complete', 'inWindow', 'undecided', 'taken'];
const shapes: readonly string[] = ['at', 'fact', 'all', 'any', 'not', 'some', 'every'];

/**
 * Reads a condition that an author wrote (rules.md A2 to A4). Reports `bad-condition`, `unknown-pointer`,
 * `unknown-value`, `impossible-value` and `bad-moment`; a condition that cannot be read is `undefined`.
 */
export function readCondition(
  workspace: Workspace,
  value: unknown,
  scope: ConditionScope,
  at: Place = workspace.placeOf(value),
): Condition | undefined {
  if (!isObject(value)) return refuse(workspace, at, 'A condition is an object.');
  const shape = shapes.filter((key) => Object.hasOwn(value, key));
  const [key] = shape;
  if (key === undefined || shape.length > 1) {
    return refuse(workspace, at, `A condition has exactly one of ${shapes.join(', ')}.`);
  }
  const allowed = allowedBeside[key] ?? [key];
  const stray = Object.keys(value).find((name) => !allowed.includes(name));
  if (stray !== undefined) {
    return refuse(workspace, workspace.placeOfKey(value, stray), `"${stray}" means nothing here.`);
  }
  return readers[key]?.(workspace, value, scope);
}

const allowedBeside: Readonly<Record<string, readonly string[]>> = {
  at: ['at', 'is', 'known'],
  some: ['some', 'where'],
  every: ['every', 'where'],
};

type Reader = (workspace: Workspace, value: Json, scope: ConditionScope) => Condition | undefined;

const readers: Readonly<Record<string, Reader>> = {
  at: readLeaf,
  fact: (workspace, value) =>
    facts.includes(String(value['fact']))
      ? (value as unknown as Condition)
      : refuse(
          workspace,
          workspace.placeOf(value, 'fact'),
          `A fact is one of ${facts.join(', ')}.`,
        ),
  all: (workspace, value, scope) => readList(workspace, value, 'all', scope),
  any: (workspace, value, scope) => readList(workspace, value, 'any', scope),
  not: (workspace, value, scope) => {
    const at = workspace.placeOf(value, 'not');
    const inner = readCondition(workspace, value['not'], scope, at);
    if (inner) warnOfInactive(workspace, inner, scope, at);
    return inner && { not: inner };
  },
  some: (workspace, value, scope) => readRows(workspace, value, 'some', scope),
  every: (workspace, value, scope) => readRows(workspace, value, 'every', scope),
};

/** `not` of a question that is not asked is true (rules.md A2): said to the author, who may mean otherwise. */
function warnOfInactive(
  workspace: Workspace,
  inner: Condition,
  scope: ConditionScope,
  at: Place,
): void {
  if (!('at' in inner) || 'known' in inner || scope.canBeInactive?.(inner.at) !== true) return;
  workspace.report(at, {
    rule: 'not-of-inactive',
    severity: 'warning',
    message: `This is true also of a person who is never asked "${inner.at}".`,
    fix: 'If it should not be, write { "all": [{ "at": pointer, "known": true }, { "not": … }] }.',
  });
}

function readList(
  workspace: Workspace,
  value: Json,
  key: 'all' | 'any',
  scope: ConditionScope,
): Condition | undefined {
  if (!Array.isArray(value[key]) || itemsOf(value[key]).length === 0) {
    return refuse(workspace, workspace.placeOf(value, key), `"${key}" lists conditions.`);
  }
  const read = itemsOf(value[key]).map((item, index) =>
    readCondition(workspace, item, scope, workspace.placeOf(value[key], String(index))),
  );
  const known = read.filter((condition) => condition !== undefined);
  if (known.length < read.length) return undefined;
  return key === 'all' ? { all: known } : { any: known };
}

function readRows(
  workspace: Workspace,
  value: Json,
  key: 'some' | 'every',
  scope: ConditionScope,
): Condition | undefined {
  const group = String(value[key]);
  if (scope.nodes.get(group)?.is !== 'group') {
    const groups = [...scope.nodes.values()].filter((node) => node.is === 'group');
    return refusePointer(workspace, workspace.placeOf(value, key), group, groups);
  }
  const inner = { ...scope, row: `${group}/*` };
  const where = readCondition(workspace, value['where'], inner, workspace.placeOf(value, 'where'));
  if (!where) return undefined;
  return key === 'some' ? { some: group, where } : { every: group, where };
}

function readLeaf(workspace: Workspace, value: Json, scope: ConditionScope): Condition | undefined {
  const pointer = String(value['at']);
  const place = workspace.placeOf(value, 'at');
  if (!readPointer(workspace, pointer, scope, place)) return undefined;
  const [is, known] = ['is' in value, 'known' in value];
  if (is === known) return refuse(workspace, place, 'Beside "at" stands either "is" or "known".');
  if (known && typeof value['known'] !== 'boolean') {
    return refuse(workspace, place, '"known" is true or false.');
  }
  if (is && !readTest(workspace, value['is'], scope, workspace.placeOf(value, 'is'))) {
    return undefined;
  }
  const full = fullPointer(pointer, scope);
  checkTest(workspace, value['is'], pointer, scope.fields?.[full]?.schema);
  return value as unknown as Condition;
}

function fullPointer(pointer: string, { row }: ConditionScope): string {
  return row !== undefined && pointer.startsWith('./') ? `${row}${pointer.slice(1)}` : pointer;
}

function readTest(workspace: Workspace, test: unknown, scope: ConditionScope, at: Place): boolean {
  if (!isObject(test) || Object.keys(test).length === 0) {
    refuse(workspace, at, '"is" holds at least one test.');
    return false;
  }
  return Object.entries(test)
    .map(([keyword, value]) => readKeyword(workspace, test, keyword, value, scope))
    .every(Boolean);
}

function readKeyword(
  workspace: Workspace,
  test: Json,
  keyword: string,
  value: unknown,
  scope: ConditionScope,
): boolean {
  const at = workspace.placeOf(test, keyword);
  if (!testKeywords.includes(keyword)) {
    const hint = didYouMean(keyword, testKeywords);
    refuse(
      workspace,
      workspace.placeOfKey(test, keyword),
      `"is" does not know "${keyword}".${hint}`,
    );
    return false;
  }
  if (keyword === 'not' || keyword === 'contains') return readTest(workspace, value, scope, at);
  if (keyword === 'allOf' || keyword === 'anyOf') {
    return itemsOf(value)
      .map((item) => readTest(workspace, item, scope, at))
      .every(Boolean);
  }
  if (keyword === 'notBefore' || keyword === 'notAfter') {
    return isDay(value) || readMoment(workspace, value, scope, at) !== undefined;
  }
  if (keyword === 'youngerThan' || keyword === 'olderThan') {
    return isDuration(value) || refuseMoment(workspace, at) === true;
  }
  if (keyword !== 'below' && keyword !== 'atLeast') return true;
  return readValueName(workspace, value, scope, at);
}

function readValueName(
  workspace: Workspace,
  value: unknown,
  scope: ConditionScope,
  at: Place,
): boolean {
  if (typeof value === 'string' && scope.values.has(value)) return true;
  workspace.report(at, {
    rule: 'unknown-value',
    message: `"${String(value)}" is no dated value of this procedure, so nothing can be compared with it.`,
    fix: `Name one of "values" in procedure.json.${didYouMean(String(value), scope.values)}`,
  });
  return false;
}

/** Reads a moment (rules.md A10); reports `bad-moment` and `unknown-pointer`. */
export function readMoment(
  workspace: Workspace,
  value: unknown,
  scope: ConditionScope,
  at: Place = workspace.placeOf(value),
): Moment | undefined {
  if (!isObject(value) || typeof value['from'] !== 'string') return refuseMoment(workspace, at);
  if (value['add'] !== undefined && !isDuration(value['add'])) return refuseMoment(workspace, at);
  const from = value['from'];
  const isNamed = from === 'today' || from === 'filing' || /^event:[A-Z_]+$/.test(from);
  if (!isNamed && !readPointer(workspace, from, scope, workspace.placeOf(value, 'from'))) {
    return undefined;
  }
  return value as unknown as Moment;
}

/** Whether a pointer names something of this procedure; reports `unknown-pointer`. */
export function readPointer(
  workspace: Workspace,
  pointer: string,
  scope: ConditionScope,
  at: Place,
): boolean {
  const full = fullPointer(pointer, scope);
  const node = scope.nodes.get(full);
  if (node && (node.is === 'field' || node.is === 'group')) return true;
  if (node) {
    const inside = [...scope.nodes.values()].filter((one) => one.pointer.startsWith(`${full}/`));
    refusePointer(workspace, at, pointer, inside);
  } else refusePointer(workspace, at, pointer, scope.nodes.values());
  return false;
}

function refusePointer(
  workspace: Workspace,
  at: Place,
  pointer: string,
  nodes: Iterable<OutlineNode>,
): undefined {
  const names = [...nodes].map((node) => node.pointer);
  workspace.report(at, {
    rule: 'unknown-pointer',
    message: `"${pointer}" is not a question of this procedure, so this could never be known.`,
    fix: `Name a question of data.schema.json.${didYouMean(pointer, names)}`,
  });
}

function refuse(workspace: Workspace, at: Place, message: string): undefined {
  workspace.report(at, {
    rule: 'bad-condition',
    message: `${message} This condition was not read, so what depends on it is not decided.`,
    fix: 'Write { "at": pointer, "is": { … } }, { "at": pointer, "known": true }, { "fact": name }, { "all": […] }, { "any": […] }, { "not": … }, or { "some": group, "where": … }.',
  });
}

function refuseMoment(workspace: Workspace, at: Place): undefined {
  workspace.report(at, {
    rule: 'bad-moment',
    message: 'This day cannot be computed, so nobody can be told what depends on it.',
    fix: 'Write a day, or { "from": pointer | "today" | "filing" | "event:TYPE", "add": "-P120D" }.',
  });
}
