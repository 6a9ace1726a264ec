import type { FormPlan, LinkPlan, Pointer, Verdict } from '@guichet/procedure';
import type { Draft, Version } from '../draft.js';
import { evaluate } from '../interpreter/evaluate.js';
import { contentOf } from '../model/content.js';
import { instancesOf } from '../model/instances.js';
import { createModel } from '../model/create-model.js';
import type { Days, Model } from '../model/model.js';
import { every } from '../verdict.js';
import { contentOfVersion } from '../versions/content-of-version.js';
import { carriedAnswers, type CarriedAnswers } from './carried-answers.js';

/** A dossier that goes with this one, and what it can begin with. */
export interface LinkedDraft extends CarriedAnswers {
  /** Name of the link in the procedure. */
  readonly link: string;
  /** Pointer of the row that it is for. */
  readonly row?: Pointer;
  /** Id of the procedure to open. */
  readonly procedure: string;
  /** `true`: offered; `unknown`: it may be possible. What is false is not listed. */
  readonly verdict: Exclude<Verdict, 'false'>;
  readonly file: LinkPlan['file'];
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
      const of = { link: name, procedure, verdict, file, ...carriedAnswers(model, link.carry, at, row) };
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
