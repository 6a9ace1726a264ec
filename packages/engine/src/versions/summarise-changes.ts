import type { FormPlan, Pointer, Texts } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { Change, ChangeSet, Mark, PieceAnswer, Version } from '../draft.js';
import { isStandIn } from '../interpreter/scope.js';
import type { Content } from '../model/content.js';
import { speakerOf, type Speaker } from '../texts/speaker.js';
import { applyChanges } from './apply-changes.js';
import { contentOfVersion } from './content-of-version.js';

/** One change in words, in the language of the texts it was said with. */
export interface ChangeSentence {
  readonly pointer: Pointer;
  readonly sentence: string;
}

/** Said of the version before and of the version after. */
interface Telling {
  readonly plan: FormPlan;
  readonly before: Speaker;
  readonly after: Speaker;
  readonly marks: Version['marks'];
}

/**
 * A change set in words, change by change, for whoever has to read what an amendment changes: answers as the
 * review says them, rows by their name, papers by their files. Confidential answers are only said to have
 * changed. Throws what `applyChanges` throws. Pure.
 */
export function summariseChanges(
  plan: FormPlan,
  texts: Texts,
  before: Version,
  changeSet: ChangeSet,
): readonly ChangeSentence[] {
  const after = applyChanges(before, changeSet);
  const speaker = (content: Content) => speakerOf(plan, texts, content);
  const telling: Telling = {
    plan,
    before: speaker(contentOfVersion(plan, before)),
    after: speaker(contentOfVersion(plan, after)),
    marks: before.marks,
  };
  const said = changeSet.changes.map((change) => ({
    pointer: change.pointer,
    sentence: sentenceOf(telling, change),
  }));
  return said.filter(({ sentence }) => sentence !== '');
}

function sentenceOf(telling: Telling, change: Change): string {
  if (change.op === 'piece') return ofPiece(telling.after, change);
  if (change.op.startsWith('row-')) return ofRow(telling, change);
  const { plan, before, after } = telling;
  const pattern = patternOf(change.pointer, plan.groups);
  const label = after.label(change.pointer) || before.label(change.pointer);
  if (Object.hasOwn(plan.groups, pattern) && change.op !== 'mark' && change.op !== 'unmark')
    return change.op === 'set' ? after.phrase('changes.group.none', { label }) : '';
  // A pointer of another version of the procedure has no words here: said all the same, never spelled out.
  if (!label) return after.phrase('changes.other');
  if (change.op === 'mark' || change.op === 'unmark') return ofMark(telling, change, label);
  return ofAnswer(telling, change, label, Object.hasOwn(plan.fields, pattern) ? pattern : '');
}

function ofAnswer(
  { plan, before, after }: Telling,
  { pointer, from, to }: Change,
  label: string,
  pattern: Pointer,
): string {
  const how = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
  if (plan.fields[pattern]?.confidential)
    return after.phrase('changes.answer.confidential', { label, how });
  const values = { from: before.answer(pointer, from), to: after.answer(pointer, to) };
  return after.phrase(`changes.answer.${how}`, { label, ...values });
}

function ofMark({ after, marks }: Telling, { op, pointer, to }: Change, label: string): string {
  const mark = (op === 'mark' ? to : marks[pointer]) as Mark | undefined;
  if (op === 'unmark') {
    // An answer that takes the place of a mark is said as an answer.
    return isStandIn(mark) ? '' : after.phrase('changes.mark.gone', { label });
  }
  return after.phrase('changes.mark', {
    label,
    is: mark?.is === 'awaited' && !mark.from ? 'awaitedOnly' : mark?.is,
    from: mark?.from,
  });
}

function ofRow({ before, after }: Telling, { op, pointer, to }: Change): string {
  const end = pointer.lastIndexOf('/');
  const group = pointer.slice(0, end);
  const speaker = op === 'row-remove' ? before : after;
  const words = { label: speaker.label(group), row: speaker.row(group, pointer.slice(end + 1)) };
  return after.phrase(`changes.${op}`, { ...words, place: Number(to) + 1 });
}

function ofPiece(speaker: Speaker, { pointer, from, to }: Change): string {
  const label = speaker.label(pointer);
  if (!label) return speaker.phrase('changes.other');
  const [before, now] = [from as PieceAnswer | undefined, to as PieceAnswer | undefined];
  if (now && 'is' in now) {
    const is = now.is === 'awaited' && !now.from ? 'awaitedOnly' : now.is;
    return speaker.phrase('changes.piece.mark', { label, is, from: now.from });
  }
  const files = now?.files ?? [];
  const hadFiles = before !== undefined && 'files' in before && before.files.length > 0;
  if (files.length === 0) return speaker.phrase('changes.piece.removed', { label });
  return speaker.phrase('changes.piece.files', {
    label,
    how: hadFiles ? 'replaced' : 'given',
    count: files.length,
    names: speaker.list(
      files.map(({ name }) => name),
      'conjunction',
    ),
  });
}
