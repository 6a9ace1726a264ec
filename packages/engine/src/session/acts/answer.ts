import type { FieldPlan, Pointer } from '@guichet/procedure';
import type { Mark } from '../../draft.js';
import { EngineError } from '../../errors.js';
import { isStandIn } from '../../interpreter/scope.js';
import { sameJson } from '../../keywords/same-json.js';
import { askedOfParty } from '../../model/party.js';
import { patternIn } from '../../model/pattern-in.js';
import { readAnswer } from '../../reading/read-answer.js';
import { rawOf } from '../../reading/raw-of.js';
import { act, type Act } from '../act.js';
import type { Core } from '../core.js';
import { rawIssueAt } from '../issues.js';
import { own } from '../words.js';

/** The plan of a field by concrete pointer. Throws `unknown-pointer`, also for a row that is not there. */
export function fieldAt(core: Core, pointer: Pointer): FieldPlan {
  const plan = own(core.plan.fields, patternIn(core.model, pointer));
  if (!plan || pointer.includes('*')) throw new EngineError('unknown-pointer', { pointer });
  return plan;
}

/** Reads what the control holds into a value, and keeps the text as typed beside it. */
export function answer(core: Core, pointer: Pointer, raw: unknown): ReadonlySet<string> {
  const plan = fieldAt(core, pointer);
  if (core.readOnly || plan.compute || isOthers(core, plan)) return new Set();
  const code = rawIssueAt(core, pointer)?.code;
  const changed = act(core, (now) => {
    const value = readAnswer(plan, raw);
    const before = core.progress.answers.get(pointer);
    if (!sameJson(core.raws.get(pointer) ?? rawOf(plan, before), raw ?? ''))
      now.changed.add(pointer);
    core.raws.set(pointer, raw ?? '');
    if (sameJson(before, value)) return;
    record(core, now, pointer, value);
    if (plan.lookup) core.extras?.letGo(core, now, pointer, plan.lookup);
  });
  // While typing a shown issue may clear; another one waits for blur: nobody is scolded mid-word.
  if (rawIssueAt(core, pointer)?.code !== code && core.displayed.delete(pointer))
    changed.add('@summary').add('@steps');
  return changed;
}

/** Asked of a party: nobody says it in their place. */
function isOthers({ model }: Core, plan: FieldPlan | undefined): boolean {
  return plan?.by !== undefined && askedOfParty(model, plan.by).by !== undefined;
}

function record(core: Core, now: Act, pointer: Pointer, value: unknown): void {
  now.changed.add(pointer);
  core.model.unreadable.delete(pointer);
  forgetServerIssue(core, pointer, now);
  const change =
    value === undefined
      ? ({ op: 'unset', pointer } as const)
      : ({ op: 'set', pointer, value } as const);
  now.record(change, pointer);
}

/** Sets or removes a mark. One in place of an answer takes the answer's place. */
export function mark(
  core: Core,
  pointer: Pointer,
  given: Omit<Mark, 'at'> | null,
): ReadonlySet<string> {
  const plan = own(core.plan.fields, patternIn(core.model, pointer));
  const isRefused =
    plan?.mustKnow !== undefined && given !== null && isStandIn({ ...given, at: '' });
  if (core.readOnly || isRefused || plan?.compute || isOthers(core, plan)) return new Set();
  return act(core, (now) => putMark(core, now, pointer, given));
}

/** @internal */
export function putMark(
  core: Core,
  now: Act,
  pointer: Pointer,
  given: Omit<Mark, 'at'> | null,
): void {
  const before = core.progress.marks.get(pointer);
  const made = given && { ...given, at: core.ports.clock.now().toISOString() };
  if (sameJson(before, made && before ? { ...made, at: before.at } : (made ?? undefined))) return;
  // Rows are an answer: what stands in place of one has no place beside them.
  if (made && isStandIn(made) && core.progress.rows.get(pointer)?.length) return;
  now.changed.add(pointer);
  core.raws.delete(pointer);
  core.model.unreadable.delete(pointer);
  forgetServerIssue(core, pointer, now);
  now.record({ op: 'mark', pointer, mark: made }, pointer);
}

/** Focus left the field: its text is shown as it was read, and its issue may be drawn. */
export function leave(core: Core, pointer: Pointer): ReadonlySet<string> {
  const plan = fieldAt(core, pointer);
  core.history.typing = undefined;
  return act(core, ({ changed }) => {
    const raw = core.raws.get(pointer);
    const isTouched = core.raws.has(pointer);
    if (typeof raw === 'string') tidy(core, pointer, plan, raw, changed);
    const issue = rawIssueAt(core, pointer);
    // Passing through an empty field by keyboard is no fault yet.
    if (!issue || core.displayed.has(pointer) || (issue.code === 'required' && !isTouched)) return;
    core.displayed.add(pointer);
    changed.add(pointer).add('@summary').add('@steps');
  });
}

function tidy(
  core: Core,
  pointer: Pointer,
  plan: FieldPlan,
  raw: string,
  changed: Set<string>,
): void {
  const shown = rawOf(plan, core.progress.answers.get(pointer));
  if (typeof shown !== 'string' || shown === raw) return;
  core.raws.set(pointer, shown);
  changed.add(pointer);
}

function forgetServerIssue(core: Core, pointer: Pointer, now: Act): void {
  if (core.server.delete(pointer)) now.changed.add('@summary').add('@steps');
}
