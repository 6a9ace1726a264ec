import type { Pointer } from '@guichet/procedure';
import { answerAt } from '../model/answer-at.js';
import { groupState } from '../model/group-state.js';
import type { Model } from '../model/model.js';
import type { CaseExpectation } from './procedure-case.js';

/** What a case expects of values, computed or given, and of gaps between rows; one sentence for each difference. */
export function compareValues({ values = {}, gaps = {} }: CaseExpectation, model: Model): string[] {
  const answers = Object.entries(values).flatMap(([pointer, wanted]) =>
    differ(pointer, wanted, answerAt(model, rowsById(model, pointer)) ?? null),
  );
  const left = Object.entries(gaps).flatMap(([pointer, wanted]) => {
    const { gaps: found = [] } = groupState(model, rowsById(model, pointer));
    return differ(
      `gaps of ${pointer}`,
      wanted,
      found.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)),
    );
  });
  return [...answers, ...left];
}

/** A pointer with the place of a row, counted from 0, in place of its id. */
function rowsById({ content }: Model, pointer: Pointer): Pointer {
  return pointer
    .split('/')
    .reduce((at, segment) => `${at}/${content.rows.get(at)?.[Number(segment)] ?? segment}`);
}

function differ(what: string, wanted: unknown, found: unknown): string[] {
  const [want, got] = [JSON.stringify(wanted), JSON.stringify(found)];
  return want === got ? [] : [`${what}: expected ${want}, found ${got}`];
}
