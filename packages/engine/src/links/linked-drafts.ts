import type { FormPlan, LinkPlan, Pointer, Verdict } from '@guichet/procedure';
import type { Draft, Mark, Version } from '../draft.js';
import { evaluate } from '../interpreter/evaluate.js';
import { answerAt } from '../model/answer-at.js';
import { contentOf } from '../model/content.js';
import { allFields, allGroups, instancesOf } from '../model/instances.js';
import { createModel } from '../model/create-model.js';
import type { Days, Model } from '../model/model.js';
import { patternIn } from '../model/pattern-in.js';
import { isShown, visibilityOf } from '../model/visibility.js';
import { every } from '../verdict.js';
import { contentOfVersion } from '../versions/content-of-version.js';

/** A dossier that goes with this one, and what it can begin with. */
export interface LinkedDraft {
  /** Name of the link in the procedure. */
  readonly link: string;
  /** Pointer of the row that it is for. */
  readonly row?: Pointer;
  /** Id of the procedure to open. */
  readonly procedure: string;
  /** `true`: offered; `unknown`: it may be possible. What is false is not listed. */
  readonly verdict: Exclude<Verdict, 'false'>;
  readonly file: LinkPlan['file'];
  /** Answers there, by their pointer there. */
  readonly answers: Readonly<Record<Pointer, unknown>>;
  /** Rows there, of groups carried whole. */
  readonly rows: Readonly<Record<Pointer, readonly string[]>>;
  /** Every answer is marked `taken` from this procedure. */
  readonly marks: Readonly<Record<Pointer, Mark>>;
}

/**
 * The dossiers that go with a draft or a version, in the procedure's order and that of its rows. What is shown and
 * answered is carried; what is confidential or parked never is. `at`: ISO instant of the marks. Pure.
 */
export function linkedDrafts(
  plan: FormPlan,
  content: Draft | Version,
  days: Days,
  at: string,
): readonly LinkedDraft[] {
  const read = 'rows' in content ? contentOf(content) : contentOfVersion(plan, content);
  return linkedDraftsOf(createModel(plan, read, days), at);
}

/** The same, of a model. @internal */
export function linkedDraftsOf(model: Model, at: string): readonly LinkedDraft[] {
  return Object.entries(model.plan.links ?? {}).flatMap(([name, link]) =>
    rowsOf(model, link).flatMap((row): LinkedDraft[] => {
      const verdict = verdictOf(model, link, row);
      if (verdict === 'false') return [];
      const { procedure, file } = link;
      const of = { link: name, procedure, verdict, file, ...carried(model, link, row, at) };
      return [row === '' ? of : { ...of, row }];
    }),
  );
}

function rowsOf({ content }: Model, { each }: LinkPlan): readonly Pointer[] {
  if (each === undefined) return [''];
  return instancesOf(content, each).flatMap((group) =>
    (content.rows.get(group) ?? []).map((row) => `${group}/${row}`),
  );
}

function verdictOf({ scope }: Model, { when }: LinkPlan, row: Pointer): Verdict {
  const group = row.slice(0, Math.max(0, row.lastIndexOf('/')));
  const inGroup = row === '' ? 'true' : scope.activity(group);
  return every([inGroup, when ? evaluate(when, scope, row) : 'true'], (verdict) => verdict);
}

function carried(model: Model, { carry }: LinkPlan, row: Pointer, at: string) {
  const answers: Record<Pointer, unknown> = {};
  const rows: Record<Pointer, readonly string[]> = {};
  const marks: Record<Pointer, Mark> = {};
  const mark: Mark = { is: 'taken', from: model.plan.id, at };
  for (const [written, to] of Object.entries(carry)) {
    const from =
      written === '.' ? row : written.startsWith('./') ? row + written.slice(1) : written;
    for (const group of allGroups(model).filter((one) => isIn(one, from)))
      if (isOpen(model, group)) {
        const ids = model.content.rows.get(group);
        if (ids) rows[to + group.slice(from.length)] = ids;
      }
    for (const field of allFields(model).filter((one) => isIn(one, from))) {
      const value = isOpen(model, field) ? answerAt(model, field) : undefined;
      if (value === undefined) continue;
      answers[to + field.slice(from.length)] = value;
      marks[to + field.slice(from.length)] = mark;
    }
  }
  return { answers, rows, marks };
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
