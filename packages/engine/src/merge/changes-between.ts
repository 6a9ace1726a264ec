import type { Pointer } from '@guichet/procedure';
import type { Progress } from '../draft/apply-change.js';
import type { DraftChange } from '../draft.js';
import { sameJson } from '../keywords/same-json.js';

/** Lines of a draft log that make one state of a draft another: rows, answers, marks, pieces, then the pages done. @internal */
export function changesBetween(from: Progress, to: Progress): readonly DraftChange[] {
  const gone = goneRows(from, to);
  const isLeft = (pointer: Pointer) => !gone.some((row) => pointer.startsWith(row));
  return [
    ...rowLines(from, to),
    ...[...union(from.answers, to.answers), ...union(from.marks, to.marks)]
      .filter((pointer, i, all) => all.indexOf(pointer) === i && isLeft(pointer))
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

function goneRows(from: Progress, to: Progress): readonly Pointer[] {
  return [...from.rows].flatMap(([group, rows]) =>
    rows.filter((row) => !to.rows.get(group)?.includes(row)).map((row) => `${group}/${row}/`),
  );
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
