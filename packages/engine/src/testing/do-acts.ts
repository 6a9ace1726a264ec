import type { Plan, Pointer } from '@guichet/procedure';
import { joinPointer, patternOf } from '@guichet/procedure';
import { hasGroup } from '../model/shape.js';
import type { FilingOutcome, Session } from '../session/views.js';
import type { CaseAct, CasePiece } from './procedure-case.js';

/** Does what a person does in a case. Answers one sentence for each act that did not do what it says. */
export async function doActs(
  session: Session,
  plan: Plan,
  acts: readonly CaseAct[],
): Promise<string[]> {
  const differences: string[] = [];
  for (const [i, one] of acts.entries()) {
    const fault = await doAct(session, plan, one);
    if (fault) differences.push(`act ${i + 1} (${JSON.stringify(one).slice(0, 60)}): ${fault}`);
  }
  return differences;
}

async function doAct(session: Session, plan: Plan, one: CaseAct): Promise<string | undefined> {
  if (one === 'NEXT') return goOn(session);
  if (one === 'BACK') session.back();
  else if (one === 'file' || one === 'prepare') return faultOf(one, await session.file());
  else if ('answer' in one) giveAll(session, plan, one.answer);
  else if ('mark' in one)
    for (const [pointer, mark] of Object.entries(one.mark)) session.mark(pointer, mark);
  else if ('pieces' in one) return givePieces(session, one.pieces);
  else if ('removeRow' in one)
    for (const [group, index] of Object.entries(one.removeRow))
      session.removeRow(group, session.group(group).rows[index]?.id ?? '');
  else if ('import' in one)
    for (const [group, table] of Object.entries(one.import))
      await session.importRows?.(group, table);
  else if ('goTo' in one) session.goTo(one.goTo);
  else return faultOf('scheduled', await session.fileOn(one.fileOn));
  return undefined;
}

/** Presses "continue"; again where the page only advises, as a person who means it does. */
function goOn(session: Session): string | undefined {
  const { id } = session.step();
  session.next();
  if (session.step().id === id && session.step().mayContinue) session.next();
  if (session.step().id !== id) return undefined;
  const said = session.summary().map(({ pointer, code }) => `${pointer} ${code}`);
  return `stays on "${id}": ${said.join(', ') || 'no page follows'}`;
}

const outcomes = { file: 'filed', prepare: 'prepared', scheduled: 'scheduled' } as const;

function faultOf(wanted: keyof typeof outcomes, outcome: FilingOutcome): string | undefined {
  if (outcome.is === outcomes[wanted]) return undefined;
  const why =
    outcome.is === 'issues' ? outcome.issues.map(({ pointer, code }) => [pointer, code]) : outcome;
  return `expected ${outcomes[wanted]}, found ${outcome.is}: ${JSON.stringify(why).slice(0, 300)}`;
}

function giveAll(session: Session, plan: Plan, answers: Readonly<Record<Pointer, unknown>>): void {
  for (const [pointer, value] of Object.entries(answers)) give(session, plan, pointer, value);
}

/** Answers a field, every field below an object, or the rows of a group anew. */
export function give(session: Session, plan: Plan, pointer: Pointer, value: unknown): void {
  const isGroup = hasGroup(plan, patternOf(pointer, plan.groups));
  if (isGroup && Array.isArray(value)) giveRows(session, plan, pointer, value);
  else if (isContainer(plan, pointer, value))
    for (const [name, child] of Object.entries(value as object))
      give(session, plan, pointer + joinPointer([name]), child);
  else session.answer(pointer, value);
}

function isContainer(plan: Plan, pointer: Pointer, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !Object.hasOwn(plan.fields, patternOf(pointer, plan.groups));
}

function giveRows(session: Session, plan: Plan, group: Pointer, rows: readonly unknown[]): void {
  for (const { id } of session.group(group).rows) session.removeRow(group, id);
  session.addRow(group);
  const first = session.group(group).rows[0]?.id ?? '';
  if (rows.length === 0) session.removeRow(group, first);
  rows.forEach((row, i) => {
    if (i > 0) session.addRow(group);
    const id = session.group(group).rows[i]?.id ?? '';
    give(session, plan, `${group}/${id}`, row);
  });
}

async function givePieces(
  session: Session,
  pieces: Readonly<Record<string, CasePiece>>,
): Promise<string | undefined> {
  const faults: string[] = [];
  for (const [name, piece] of Object.entries(pieces)) {
    if ('is' in piece) session.markPiece(name, piece);
    else {
      if (piece.kind !== undefined) session.choosePieceKind(name, piece.kind);
      session.attach(name, piece.files.map(fileNamed));
      if (piece.datedOn !== undefined) session.datePiece?.(name, piece.datedOn);
    }
    const { issue } = session.piece(name);
    if (issue) faults.push(`${name}: ${issue.code}`);
  }
  // Uploads answer in later turns.
  for (let i = 0; i < 4; i++) await Promise.resolve();
  return faults.join(', ') || undefined;
}

function fileNamed(name: string) {
  return { name, size: 1000, type: '' };
}
