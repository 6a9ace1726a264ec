import type { Day, FormPlan } from '@guichet/procedure';
import type { Version } from '../draft.js';
import { evaluate } from '../interpreter/evaluate.js';
import type { Judgement, RawIssue } from '../judgement.js';
import { fieldState } from '../model/field-state.js';
import { groupState } from '../model/group-state.js';
import { allAsked } from '../model/all-asked.js';
import { createModel } from '../model/create-model.js';
import type { Days, Model } from '../model/model.js';
import { patternIn } from '../model/pattern-in.js';
import { hasField } from '../model/shape.js';
import { visibilityOf } from '../model/visibility.js';
import { contentOfVersion } from '../versions/content-of-version.js';
import { awaitedFrom } from './awaited-from.js';
import { judgeFees } from './fees.js';
import { judgeParties } from './judge-parties.js';
import { completeOf, judgePieces } from './pieces.js';
import { judgeWindow } from './window.js';

/** When a version is judged: the operator's days, and what favours the person. */
export interface JudgeAt extends Days {
  /** IANA zone of the operator. */
  readonly zone: string;
  /** The day in Europe/Paris, when it is another one (rules.md A10). */
  readonly otherDay?: Day;
  /** Day on which an incident that still lasts, or lasted, began. */
  readonly incidentSince?: Day;
}

/** All that the rules say of a version at one time; the page and the service judge alike. Pure. */
export function judge(plan: FormPlan, version: Version, at: JudgeAt): Judgement {
  const { unknown, ...content } = contentOfVersion(plan, version);
  const model = createModel(plan, content, at);
  const judged = judgeModel(model, at);
  return { ...judged, inactive: [...judged.inactive, ...unknown] };
}

/** @internal */
export function judgeModel(model: Model, at: Omit<JudgeAt, 'zone'>): Judgement {
  const pieces = judgePieces(model);
  const issues = issuesOf(model);
  const { inWindow, state, opens, closes } = judgeWindow(model, at);
  // Late, but an incident began in time: nothing of lateness is known (rules.md A7).
  const isExcused = state === 'after' && inWindow === 'unknown';
  return {
    issues,
    toComplete: issues.filter(({ code }) => code === 'required').map(({ pointer }) => pointer),
    inactive: [...model.content.answers.keys(), ...model.content.rows.keys()].filter(
      (pointer) => visibilityOf(model, pointer) === 'false',
    ),
    pieces,
    awaited: awaitedFrom(model, pieces),
    parties: judgeParties(model),
    window: { inWindow, state: isExcused ? 'unknown' : state, opens, closes },
    complete: completeOf(pieces),
    fees: judgeFees(model),
    clocks: Object.fromEntries(
      Object.entries(model.plan.clocks).map(([name, { when }]) => [
        name,
        when ? evaluate(when, model.scope) : 'true',
      ]),
    ),
  };
}

/**
 * Every issue of fields and groups, missing answers included, in the order that the pages ask. What is shown only in
 * case it concerns the person has none: a branch that is unknown asserts nothing (rules.md A6). @internal
 */
export function issuesOf(model: Model): readonly RawIssue[] {
  return allAsked(model)
    .filter((pointer) => visibilityOf(model, pointer) === 'true')
    .map((pointer) =>
      hasField(model.plan, patternIn(model, pointer))
        ? fieldState(model, pointer).issue
        : groupState(model, pointer).issue,
    )
    .filter((issue) => issue !== undefined);
}
