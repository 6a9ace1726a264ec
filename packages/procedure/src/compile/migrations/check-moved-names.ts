import { didYouMean } from '../../read/did-you-mean.js';
import type { MigrationRead } from './migration-read.js';

/**
 * Pieces and clocks of the older version keep their name, or are given another. Reports `migration-piece` and
 * `migration-clock`.
 */
export function checkMovedNames(read: MigrationRead): void {
  const { migration, older, newer } = read;
  checkNames(read, 'pieces', migration.pieces ?? {}, older.pieces, newer.pieces);
  checkNames(read, 'clocks', migration.clocks ?? {}, older.clocks, newer.clocks);
}

const lost = {
  pieces: 'files given for it could not be reached',
  clocks: 'a delay that runs would have no meaning',
};
const found = {
  pieces: '; null keeps its files as they were filed, and asks no more',
  clocks: '',
};

function checkNames(
  { workspace, json, older, newer }: MigrationRead,
  section: 'pieces' | 'clocks',
  named: Readonly<Record<string, string | null>>,
  before: object,
  after: object,
): void {
  const report = (name: string, message: string, known: object): void =>
    workspace.report(
      json[section] === undefined
        ? workspace.placeOf(json)
        : workspace.placeOf(json[section], name),
      {
        rule: section === 'pieces' ? 'migration-piece' : 'migration-clock',
        message,
        fix: `Say under "${section}" what "${name}" is now${found[section]}.${didYouMean(name, Object.keys(known))}`,
      },
    );
  for (const name of Object.keys(before)) {
    const now = Object.hasOwn(named, name) ? named[name] : name;
    if (now === null || (now !== undefined && Object.hasOwn(after, now))) continue;
    report(
      name,
      `Version ${newer.version} has no "${now}" among its ${section}: ${lost[section]}.`,
      after,
    );
  }
  for (const name of Object.keys(named).filter((one) => !Object.hasOwn(before, one)))
    report(
      name,
      `Version ${older.version} had no "${name}" among its ${section}, so this changes nothing.`,
      before,
    );
}
