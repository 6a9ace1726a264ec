import { readMoment } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { entriesOf, isObject, type Json } from '../../read/shapes.js';
import type { Place } from '../../read/workspace.js';
import type { GroupPlan } from '../../types/plan.js';
import { absoluteMoment } from '../compute/absolute.js';
import type { ComputeScope } from '../compute/compute-scope.js';
import { typeOfAnswer } from '../compute/type-of-answer.js';

type RowsPlan = Pick<GroupPlan, 'period' | 'covers' | 'import'>;

/**
 * What `guichet.rows` says of a group beyond its title: the period of a row, the span that the rows have to cover,
 * and the columns of a table that can be brought in. Reports `bad-rows`. `scope.field` is the group.
 */
export function rowsOf(scope: ComputeScope, rows: Json, sources: ReadonlySet<string>): RowsPlan {
  const period = rows['period'] === undefined ? undefined : periodOf(scope, rows);
  const covers = rows['covers'] === undefined ? undefined : coversOf(scope, rows, sources);
  const columns = rows['import'] === undefined ? undefined : columnsOf(scope, rows);
  return {
    ...(period ? { period } : {}),
    ...(covers && period ? { covers } : {}),
    ...(columns ? { import: { columns } } : {}),
  };
}

function periodOf(scope: ComputeScope, rows: Json): GroupPlan['period'] {
  const period = rows['period'];
  const at = scope.workspace.placeOf(rows, 'period');
  if (!isObject(period) || !hasOnly(scope, period, ['from', 'to'])) {
    return refuse(scope, at, 'A period goes "from" one date of the row "to" another.');
  }
  const [from, to] = [dateIn(scope, period, 'from'), dateIn(scope, period, 'to')];
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** A date of the row, as `./name`. */
function dateIn(scope: ComputeScope, period: Json, key: string): string | undefined {
  const place = scope.workspace.placeOf(period, key);
  const pointer = fieldIn(scope, period[key], place);
  const field = pointer && scope.fields?.[`${scope.field}/*${pointer.slice(1)}`];
  if (!field) return undefined;
  const type = typeOfAnswer(field.schema);
  if (type === 'day' || type === 'partial-date') return pointer;
  return refuse(scope, place, `"${String(period[key])}" is not a date.`);
}

/** A question of the row, as `./name`; the outline tells whether it is one. */
function fieldIn(scope: ComputeScope, value: unknown, at: Place): string | undefined {
  const pointer = `./${String(value).replace(/^\.?\//, '')}`;
  const inside = `${scope.field}/*/`;
  const full = `${inside}${pointer.slice(2)}`;
  if (scope.nodes.get(full)?.is === 'field' && !pointer.includes('/*')) return pointer;
  const names = [...scope.nodes.values()]
    .filter((node) => node.is === 'field' && node.pointer.startsWith(inside))
    .map((node) => `./${node.pointer.slice(inside.length)}`);
  return refuse(
    scope,
    at,
    `"${String(value)}" is not asked in a row.${didYouMean(pointer, names)}`,
  );
}

function coversOf(
  scope: ComputeScope,
  rows: Json,
  sources: ReadonlySet<string>,
): GroupPlan['covers'] {
  const covers = rows['covers'];
  const at = scope.workspace.placeOf(rows, 'covers');
  if (rows['period'] === undefined) {
    return refuse(scope, at, 'Rows without a "period" cover nothing.');
  }
  if (!isObject(covers) || !hasOnly(scope, covers, ['since', 'until', 'source'])) {
    return refuse(scope, at, 'A span goes from "since" to "until", as a "source" asks.');
  }
  const around = { ...scope, row: scope.field.slice(0, scope.field.lastIndexOf('/')) };
  const [since, until] = ['since', 'until'].map((key) => {
    const place = scope.workspace.placeOf(covers, key);
    const moment = readMoment(scope.workspace, covers[key], around, place);
    return moment && absoluteMoment(moment, around);
  });
  const source = covers['source'];
  if (typeof source !== 'string' || !sources.has(source)) {
    const hint = didYouMean(String(source), sources);
    return refuse(scope, at, `"covers" names a source of procedure.json that asks for it.${hint}`);
  }
  return since && until ? { since, until, source } : undefined;
}

function columnsOf(scope: ComputeScope, rows: Json): Readonly<Record<string, string>> | undefined {
  const imported = rows['import'];
  const at = scope.workspace.placeOf(rows, 'import');
  const columns = isObject(imported) ? imported['columns'] : undefined;
  if (!isObject(imported) || !hasOnly(scope, imported, ['columns']) || !isObject(columns)) {
    return refuse(scope, at, '"import" says which "columns" a table has.');
  }
  const read = entriesOf(columns)
    .filter(([heading]) => heading !== '//')
    .map(([heading, value]) => [heading, columnIn(scope, columns, heading, value)] as const);
  const known = read.filter((each): each is readonly [string, string] => each[1] !== undefined);
  if (read.length === 0) return refuse(scope, at, 'No column is named.');
  const names = read.map(([heading]) => heading.trim().toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return refuse(scope, at, `Two columns are headed "${twice}".`);
  return known.length < read.length ? undefined : Object.fromEntries(known);
}

function columnIn(
  scope: ComputeScope,
  columns: Json,
  heading: string,
  value: unknown,
): string | undefined {
  const place = scope.workspace.placeOf(columns, heading);
  const pointer = fieldIn(scope, value, place);
  const field = pointer && scope.fields?.[`${scope.field}/*${pointer.slice(1)}`];
  if (!field) return undefined;
  const isTyped = !['computed', 'information', 'declaration'].includes(field.kind);
  return isTyped
    ? pointer
    : refuse(scope, place, `"${String(value)}" is of kind "${field.kind}", which no table gives.`);
}

function hasOnly(scope: ComputeScope, holder: Json, allowed: readonly string[]): boolean {
  const stray = Object.keys(holder).find((name) => name !== '//' && !allowed.includes(name));
  if (stray === undefined) return true;
  const place = scope.workspace.placeOfKey(holder, stray);
  refuse(scope, place, `"${stray}" means nothing here.${didYouMean(stray, allowed)}`);
  return false;
}

function refuse(scope: ComputeScope, at: Place, message: string): undefined {
  scope.workspace.report(at, {
    rule: 'bad-rows',
    message: `${message} For "${scope.field}" this was not read.`,
    fix: 'Write { "title": "/field", "period": { "from": "./from", "to": "./to" }, "covers": { "since": moment, "until": moment, "source": name }, "import": { "columns": { "Heading": "./field" } } }.',
  });
}
