import type { Pointer } from '@guichet/procedure';
import type { Progress } from '../draft/apply-change.js';
import type { DraftChange } from '../draft.js';
import { sameJson } from '../keywords/same-json.js';

/** Lines of a draft log that make one state of a draft another: rows, answers, marks, pieces, then the pages done. @internal */
export function changesBetween(from: Progress, to: Progress): readonly DraftChange[] {
  const isGone = goneFrom(from, to);
  const pointers = new Set([...union(from.answers, to.answers), ...union(from.marks, to.marks)]);
  return [
    ...rowLines(from, to),
    ...[...pointers]
      .filter((pointer) => !isGone(pointer))
      .flatMap((pointer) => linesAt(from, to, pointer)),
    ...[...union(from.pieces, to.pieces)]
      .filter((name) => !sameJson(from.pieces.get(name), to.pieces.get(name)))
      .map((name): DraftChange => ({ op: 'piece', name, piece: to.pieces.get(name) ?? null })),
    ...[...to.continued]
      .filter((step) => !from.continued.has(step))
      .map((step): DraftChange => ({ op: 'continue', step })),
    ...(to.at === undefined || to.at === from.at ? [] : [{ op: 'visit', step: to.at } as const]),
    ...(to.fileOn === from.fileOn ? [] : [{ op: 'file-on', day: to.fileOn ?? null } as const]),
    ...to.incidents
      .slice(from.incidents.length)
      .map((incident): DraftChange => ({ op: 'incident', ...incident })),
  ];
}

/** Whether a pointer is in a row that goes, and goes with it. */
function goneFrom(from: Progress, to: Progress): (pointer: Pointer) => boolean {
  const gone = new Set<Pointer>();
  for (const [group, rows] of from.rows) {
    const left = new Set(to.rows.get(group));
    for (const row of rows) if (!left.has(row)) gone.add(`${group}/${row}`);
  }
  return (pointer) => {
    for (let end = pointer.indexOf('/', 1); end > 0; end = pointer.indexOf('/', end + 1))
      if (gone.has(pointer.slice(0, end))) return true;
    return false;
  };
}

function rowLines(from: Progress, to: Progress): readonly DraftChange[] {
  return [...to.rows]
    .filter(([group, rows]) => !sameJson(from.rows.get(group), rows))
    .map(([group, rows]): DraftChange => ({ op: 'rows', group, rows }));
}

/** An answer set anew takes its mark away, so the mark follows it. */
function linesAt(from: Progress, to: Progress, pointer: Pointer): readonly DraftChange[] {
  const [before, after] = [from.answers.get(pointer), to.answers.get(pointer)];
  const mark = to.marks.get(pointer);
  const isAnswered = !sameJson(before, after);
  const isMarked = !sameJson(from.marks.get(pointer), mark);
  const lines: DraftChange[] = [];
  if (isAnswered && after !== undefined) lines.push({ op: 'set', pointer, value: after });
  else if (isAnswered) lines.push({ op: 'unset', pointer });
  if (mark && (isMarked || isAnswered || to.rows.has(pointer)))
    lines.push({ op: 'mark', pointer, mark });
  else if (isMarked && !isAnswered) lines.push({ op: 'mark', pointer, mark: null });
  return lines;
}

function union<K>(a: ReadonlyMap<K, unknown>, b: ReadonlyMap<K, unknown>): ReadonlySet<K> {
  return new Set([...a.keys(), ...b.keys()]);
}
