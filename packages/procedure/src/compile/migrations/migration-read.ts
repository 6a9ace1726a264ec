import type { Json } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { MigrationPlan } from '../../types/migration.js';
import type { Plan } from '../../types/plan.js';

/** One declared migration with all that its checks read. */
export interface MigrationRead {
  readonly workspace: Workspace;
  /** The file as written: where problems are placed. */
  readonly json: Json;
  readonly migration: MigrationPlan;
  readonly older: Plan;
  readonly newer: Plan;
}
