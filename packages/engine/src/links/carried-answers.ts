import type { Pointer } from '@guichet/procedure';
import type { Mark } from '../draft.js';
import { answerAt } from '../model/answer-at.js';
import { allFields, allGroups } from '../model/instances.js';
import type { Model } from '../model/model.js';
import { patternIn } from '../model/pattern-in.js';
import { isShown, visibilityOf } from '../model/visibility.js';

/** Answers that go along to another procedure. */
export interface CarriedAnswers {
  /** Answers there, by their pointer there. */
  readonly answers: Readonly<Record<Pointer, unknown>>;
  /** Rows there, of groups carried whole. */
  readonly rows: Readonly<Record<Pointer, readonly string[]>>;
  /** Every answer is marked `taken` from this procedure. */
  readonly marks: Readonly<Record<Pointer, Mark>>;
}

/**
 * What is shown and answered below some pointers, by where it goes there; what is confidential or parked never
 * goes along. `row`: pointer of the row that `.` and `./` mean. `at`: ISO instant of the marks.
 */
export function carriedAnswers(
  model: Model,
  carry: Readonly<Record<Pointer, Pointer>>,
  at: string,
  row: Pointer = '',
): CarriedAnswers {
  const answers = new Map<Pointer, unknown>();
  const rows = new Map<Pointer, readonly string[]>();
  for (const [written, to] of Object.entries(carry)) {
    const from =
      written === '.' ? row : written.startsWith('./') ? row + written.slice(1) : written;
    for (const group of allGroups(model).filter((one) => isIn(one, from))) {
      const ids = isOpen(model, group) ? model.content.rows.get(group) : undefined;
      if (ids) rows.set(to + group.slice(from.length), ids);
    }
    for (const field of allFields(model).filter((one) => isIn(one, from))) {
      const value = isOpen(model, field) ? answerAt(model, field) : undefined;
      if (value !== undefined) answers.set(to + field.slice(from.length), value);
    }
  }
  const mark: Mark = { is: 'taken', from: model.plan.id, at };
  return {
    answers: Object.fromEntries(answers),
    rows: Object.fromEntries(rows),
    marks: Object.fromEntries([...answers.keys()].map((pointer) => [pointer, mark])),
  };
}

function isIn(pointer: Pointer, above: Pointer): boolean {
  return pointer === above || pointer.startsWith(`${above}/`);
}

/** Shown, and open to whoever may read another dossier. */
function isOpen(model: Model, pointer: Pointer): boolean {
  const pattern = patternIn(model, pointer);
  const { fields } = model.plan;
  const isConfidential = Object.hasOwn(fields, pattern) && fields[pattern]?.confidential === true;
  return !isConfidential && isShown(visibilityOf(model, pointer));
}
