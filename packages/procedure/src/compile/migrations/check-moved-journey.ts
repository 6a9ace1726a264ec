import { didYouMean } from '../../read/did-you-mean.js';
import { initialLeaf, type JourneyLeaf, leavesOfJourney } from '../../journey/leaves-of-journey.js';
import type { MigrationRead } from './migration-read.js';

/** Events that a holder causes and that only a journey allows; amending, reasons and appeal no journey can take away. */
const ofTheHolder: readonly string[] = [
  'TRANSMITTED',
  'WITHDRAWN',
  'WITHDRAWAL_UNDONE',
  'REOPENED',
];

/**
 * Every state of the older journey has its place in the newer one, where the holder can do all they could (rules.md
 * B10). Reports `migration-state` and `migration-narrows`.
 */
export function checkMovedJourney(read: MigrationRead): void {
  const before = leavesOfJourney(read.older.lifecycle);
  const after = leavesOfJourney(read.newer.lifecycle);
  const entrance = initialLeaf(read.older.lifecycle);
  const { journey } = read.migration;
  for (const [path, leaf] of before) {
    if (path === entrance && leaf.meta === undefined) continue;
    if (!Object.hasOwn(journey, path)) reportMissing(read, path);
    else checkState(read, leaf, after);
  }
  for (const path of Object.keys(journey).filter((one) => !before.has(one)))
    reportUnknown(read, path, path, read.older.version, before.keys());
}

function checkState(
  read: MigrationRead,
  leaf: JourneyLeaf,
  after: ReadonlyMap<string, JourneyLeaf>,
): void {
  const target = read.migration.journey[leaf.path] ?? '';
  const found = after.get(target);
  if (!found) return reportUnknown(read, leaf.path, target, read.newer.version, after.keys());
  const lost = [
    ...(leaf.meta?.can ?? []).filter((name) => !found.meta?.can.includes(name)),
    ...ofTheHolder.filter((event) => leaf.on.has(event) && !found.on.has(event)),
  ];
  if (lost.length > 0) reportNarrower(read, leaf.path, target, lost);
}

function reportMissing(read: MigrationRead, path: string): void {
  read.workspace.report(read.workspace.placeOf(read.json, 'journey'), {
    rule: 'migration-state',
    message: `A dossier of ${read.older.version} may be in the state "${path}", and nothing says where it would be now.`,
    fix: `Add "${path}": a state of version ${read.newer.version}.`,
  });
}

function reportUnknown(
  read: MigrationRead,
  key: string,
  name: string,
  version: string,
  known: Iterable<string>,
): void {
  const { workspace, json } = read;
  const isKey = key === name && !Object.hasOwn(read.migration.journey, name);
  const at = isKey
    ? workspace.placeOfKey(json['journey'], key)
    : workspace.placeOf(json['journey'], key);
  workspace.report(at, {
    rule: 'migration-state',
    message: `"${name}" is no state of version ${version} in which a dossier can be.`,
    fix: `Name one, with the states around it: "examination.reading".${didYouMean(name, known)}`,
  });
}

function reportNarrower(
  read: MigrationRead,
  path: string,
  target: string,
  lost: readonly string[],
): void {
  read.workspace.report(read.workspace.placeOf(read.json['journey'], path), {
    rule: 'migration-narrows',
    message: `A dossier brought from "${path}" to "${target}" could no longer: ${lost.join(', ')}. A migration may only widen what its holder can do.`,
    fix: `Bring it to a state that allows them, or let "${target}" allow them.`,
  });
}
