import type { MigrationPlan } from '../types/migration.js';

/** A version that says how those before it come to it: a plan, or what a page loads of one. */
export interface Migrating<Step extends MigrationStep = MigrationPlan> {
  readonly version: string;
  readonly migrations?: Readonly<Record<string, Step>> | undefined;
}

/** What tells where a migration comes from and leads to. */
export type MigrationStep = Pick<MigrationPlan, 'from' | 'to'>;

/**
 * The migrations that lead from a version to this one, in order: none when it is this one,
 * `undefined` when no declared way leads here. A circle leads nowhere.
 */
export function migrationPath<Step extends MigrationStep>(
  { version, migrations = {} }: Migrating<Step>,
  from: string,
): readonly Step[] | undefined {
  const path: Step[] = [];
  for (let at = from; at !== version; at = path.at(-1)?.to ?? version) {
    const step = Object.hasOwn(migrations, at) ? migrations[at] : undefined;
    if (!step || path.includes(step)) return undefined;
    path.push(step);
  }
  return path;
}
