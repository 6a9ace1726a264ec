import { migrationPath, type MigrationPlan, type Plan } from '@guichet/procedure';
import type { Version } from '../../draft.js';
import { moveAnswers } from '../../moving/move-answers.js';
import { movedPiece } from '../../moving/move-content.js';
import { differenceOf } from '../../versions/difference-of.js';
import { dossierError } from '../errors.js';
import type { EventBody } from '../events.js';
import type { DossierState } from '../state.js';
import { movedName, type RenamedRecords } from './moved-records.js';

/**
 * The body of the `MIGRATED` that brings a dossier to another version of its procedure, through every version in
 * between: the state it comes to, what its clocks and pieces are called now, and, given the version in force, the
 * change set that puts its answers where they are asked now. Pure. Throws `migration-undeclared`.
 */
export function migrateDossier(
  older: Plan,
  newer: Plan,
  state: DossierState,
  version?: Version,
): EventBody {
  const path = migrationPath(newer, older.version);
  if (!path || path.length === 0)
    throw dossierError('migration-undeclared', { from: older.version, to: newer.version });
  const patch = version && differenceOf(version, movedAlong(path, version), state.version);
  const changes = patch && patch.changes.length > 0;
  return {
    from: older.version,
    to: newer.version,
    state: path.reduce((at, { journey }) => movedName(journey, at), state.journey),
    records: renamed(path, state),
    ...(changes && { patch, version: state.version + 1 }),
  };
}

function movedAlong(path: readonly MigrationPlan[], version: Version): Version {
  return path.reduce((before, step) => moveAnswers(step, before).version, version);
}

/** The names in use that change, old to new. */
function renamed(path: readonly MigrationPlan[], state: DossierState): RenamedRecords {
  const clocks = state.clocks.map(({ name }) => name);
  const pieces = state.requests.flatMap((request) => request.pieces);
  return {
    ...changed('clocks', clocks, (name) =>
      path.reduce((at, step) => movedName(step.clocks ?? {}, at), name),
    ),
    ...changed('pieces', pieces, (name) =>
      path.reduce((at, step) => movedPiece(step.pieces ?? {}, at), name),
    ),
  };
}

function changed(
  section: 'clocks' | 'pieces',
  names: readonly string[],
  now: (name: string) => string,
): RenamedRecords {
  const pairs = names.map((name) => [name, now(name)] as const).filter(([a, b]) => a !== b);
  return pairs.length === 0 ? {} : { [section]: Object.fromEntries(pairs) };
}
