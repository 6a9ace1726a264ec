import { movedPointer } from '../../migrations/moved-pointer.js';
import { itemsOf, member } from '../../read/shapes.js';
import type { AnswerMove } from '../../types/migration.js';
import type { Plan } from '../../types/plan.js';
import { checkMovedCodes } from './check-moved-codes.js';
import type { MigrationRead } from './migration-read.js';

/**
 * No answer may be lost on the way: every question of the older version is asked in the newer one, moved to another,
 * or dropped in words. Reports `migration-pointer`, `migration-unsaid`, `migration-loses`, `migration-rows` and what
 * {@link checkMovedCodes} reports.
 */
export function checkMovedAnswers(read: MigrationRead): void {
  const { answers } = read.migration;
  answers.forEach((move) => checkMove(read, move));
  const taken = new Map<string, string>();
  for (const pointer of questionsOf(read.older)) {
    const { to, by } = movedPointer(answers, pointer);
    if (to === undefined) continue;
    const before = taken.get(to);
    taken.set(to, pointer);
    if (before !== undefined) reportClash(read, before, pointer, to);
    else if (!isAsked(read.newer, to)) {
      // A line that leads nowhere was reported where it stands.
      if (by === undefined) reportLoss(read, pointer);
    } else {
      checkRows(read, pointer, to);
      checkMovedCodes(read, pointer, to);
    }
  }
}

function checkMove(read: MigrationRead, move: AnswerMove): void {
  const { older, newer } = read;
  if ('move' in move) {
    checkPointer(read, move, 'move', older);
    checkPointer(read, move, 'to', newer);
    if (starsOf(move.move) !== starsOf(move.to)) reportRows(read, move, move.move, move.to);
  } else if ('drop' in move) {
    checkPointer(read, move, 'drop', older);
    if (move.says === '') reportUnsaid(read, move);
  } else checkPointer(read, move, 'map', older);
}

function checkPointer(read: MigrationRead, move: AnswerMove, key: string, plan: Plan): void {
  const pointer = String((move as Readonly<Record<string, unknown>>)[key]);
  if (questionsOf(plan).some((one) => one === pointer || one.startsWith(`${pointer}/`))) return;
  read.workspace.report(placeOfMove(read, move, key), {
    rule: 'migration-pointer',
    message: `"${pointer}" is no question of version ${plan.version}, so no answer is brought along by this line.`,
    fix: `Name a question, an object or a group of version ${plan.version}; a row is *.`,
  });
}

/** A row's answers stay with their row: in a group that comes along whole. */
function checkRows(read: MigrationRead, pointer: string, to: string): void {
  const [before, after] = [groupsAround(pointer), groupsAround(to)];
  const isTogether = before.every(
    (group, index) => movedPointer(read.migration.answers, group).to === after[index],
  );
  if (before.length === after.length && isTogether) return;
  const { by } = movedPointer(read.migration.answers, pointer);
  reportRows(read, by, pointer, to);
}

function groupsAround(pointer: string): readonly string[] {
  const found: string[] = [];
  for (let end = pointer.indexOf('/*/'); end >= 0; end = pointer.indexOf('/*/', end + 1))
    found.push(pointer.slice(0, end));
  return found;
}

function reportRows(
  read: MigrationRead,
  move: AnswerMove | undefined,
  from: string,
  to: string,
): void {
  read.workspace.report(placeOfMove(read, move), {
    rule: 'migration-rows',
    message: `"${from}" would come to "${to}" without its row: nobody could tell whose answer it is.`,
    fix: 'Move the group whole, or keep as many * on both sides, in groups that go together.',
  });
}

function reportClash(read: MigrationRead, one: string, other: string, to: string): void {
  read.workspace.report(read.workspace.placeOf(read.json, 'answers'), {
    rule: 'migration-loses',
    message: `"${one}" and "${other}" would both come to "${to}", and one of two answers would be lost.`,
    fix: `Move one of them elsewhere, or drop it and say so.`,
  });
}

function reportLoss(read: MigrationRead, pointer: string): void {
  read.workspace.report(read.workspace.placeOf(read.json, 'answers'), {
    rule: 'migration-loses',
    message: `"${pointer}" is not asked any more: what was filed there could not be reached.`,
    fix: `Add { "move": "${pointer}", "to": … }, or { "drop": "${pointer}", "says": … }.`,
  });
}

function reportUnsaid(read: MigrationRead, move: AnswerMove): void {
  read.workspace.report(placeOfMove(read, move), {
    rule: 'migration-unsaid',
    message: 'An answer is dropped in silence: whoever gave it would look for it.',
    fix: 'Add "says": the key, under "says" of the texts, of why it is asked no more.',
  });
}

function placeOfMove(read: MigrationRead, move: AnswerMove | undefined, key?: string) {
  const written = itemsOf(read.json['answers']);
  const json = written.find(
    (one) =>
      move !== undefined &&
      Object.entries(move).every(([name, value]) =>
        typeof value === 'string' ? (member(one, name) ?? '') === value : true,
      ),
  );
  return json === undefined
    ? read.workspace.placeOf(read.json, 'answers')
    : read.workspace.placeOf(json, key);
}

/** Fields and groups of a plan, rows as `*`. */
function questionsOf({ fields, groups }: Plan): readonly string[] {
  return [...Object.keys(groups), ...Object.keys(fields)];
}

function isAsked({ fields, groups }: Plan, pointer: string): boolean {
  return Object.hasOwn(fields, pointer) || Object.hasOwn(groups, pointer);
}

function starsOf(pointer: string): number {
  return pointer.split('/').filter((segment) => segment === '*').length;
}
