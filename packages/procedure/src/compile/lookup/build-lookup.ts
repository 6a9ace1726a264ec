import { readPointer } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { entriesOf, isObject, itemsOf, type Json } from '../../read/shapes.js';
import type { Place } from '../../read/workspace.js';
import type { FieldPlan, LookupPlan } from '../../types/field.js';
import { absoluteIn, type ComputeScope } from '../compute/compute-scope.js';

const members: readonly string[] = ['list', 'with', 'fills', 'source', '//'];

/** Kinds in whose box a name is typed that a list may know. */
const typed: readonly string[] = ['text', 'identifier'];

/** The list that can fill a field in, its pointers absolute; reports `bad-lookup` and what it names. */
export function lookupOf(
  scope: ComputeScope,
  field: FieldPlan,
  authored: unknown,
  at: Place,
  sources: ReadonlySet<string>,
): LookupPlan | undefined {
  if (!isObject(authored)) return refuse(scope, at, 'This is no object.');
  const stray = Object.keys(authored).find((name) => !members.includes(name));
  if (stray !== undefined) {
    const place = scope.workspace.placeOfKey(authored, stray);
    const hint = didYouMean(stray, members);
    return refuse(scope, place, `"${stray}" means nothing here.${hint}`);
  }
  if (!typed.includes(field.kind)) {
    return refuse(scope, at, `Nobody types a text into a field of kind "${field.kind}".`);
  }
  const list = authored['list'];
  if (typeof list !== 'string' || list === '') return refuse(scope, at, 'No list is named.');
  const [sent, fills] = [sentOf(scope, authored), fillsOf(scope, authored, at)];
  const source = sourceOf(scope, authored, sources);
  if (!sent || !fills) return undefined;
  return { list, ...(sent.length > 0 ? { with: sent } : {}), fills, ...source };
}

function sentOf(scope: ComputeScope, authored: Json): readonly string[] | undefined {
  const listed = itemsOf(authored['with']);
  const read = listed.map((value, index) =>
    answerIn(scope, value, scope.workspace.placeOf(authored['with'], String(index))),
  );
  const known = read.filter((pointer) => pointer !== undefined);
  const names = known.map((pointer) => pointer.slice(pointer.lastIndexOf('/') + 1));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    const at = scope.workspace.placeOf(authored, 'with');
    return refuse(scope, at, `Two answers sent to the list are named "${twice}".`);
  }
  return known.length < read.length ? undefined : known;
}

function fillsOf(
  scope: ComputeScope,
  authored: Json,
  at: Place,
): Readonly<Record<string, string>> | undefined {
  const fills = authored['fills'];
  if (entriesOf(fills).length === 0) {
    return refuse(scope, at, 'What is chosen fills nothing in.');
  }
  const read = entriesOf(fills).map(
    ([name, value]) =>
      [name, answerIn(scope, value, scope.workspace.placeOf(fills, name))] as const,
  );
  const known = read.filter((each): each is readonly [string, string] => each[1] !== undefined);
  return known.length < read.length ? undefined : Object.fromEntries(known);
}

/** The absolute pointer of a question that has one answer where the field is. */
function answerIn(scope: ComputeScope, value: unknown, at: Place): string | undefined {
  const pointer = String(value);
  if (!readPointer(scope.workspace, pointer, scope, at)) return undefined;
  const full = absoluteIn(scope, pointer);
  const field = scope.fields?.[full];
  if (field === undefined) return refuse(scope, at, `"${pointer}" is a list of rows.`);
  if (field.kind === 'computed') return refuse(scope, at, `"${pointer}" is computed.`);
  const end = full.lastIndexOf('/*/');
  const isReached = end < 0 || scope.field.startsWith(full.slice(0, end + 3));
  return isReached ? full : refuse(scope, at, `"${pointer}" is in the rows of another list.`);
}

function sourceOf(scope: ComputeScope, authored: Json, sources: ReadonlySet<string>): object {
  const source = authored['source'];
  if (source === undefined) return {};
  if (typeof source === 'string' && sources.has(source)) return { source };
  scope.workspace.report(scope.workspace.placeOf(authored, 'source'), {
    rule: 'unknown-source',
    message: `"${String(source)}" is no source of this procedure, so nobody could check the list.`,
    fix: `Name one of "sources" in procedure.json.${didYouMean(String(source), sources)}`,
  });
  return {};
}

function refuse(scope: ComputeScope, at: Place, message: string): undefined {
  scope.workspace.report(at, {
    rule: 'bad-lookup',
    message: `${message} Nothing would be suggested beside "${scope.field}".`,
    fix: 'Write { "list": name, "with": [pointers], "fills": { "member of an entry": pointer } } on a text.',
  });
}
