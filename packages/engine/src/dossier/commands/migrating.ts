import { migrationPath } from '@guichet/procedure';
import { migrateDossier } from '../migration/migrate-dossier.js';
import type { Decision, Desk } from './context.js';

/**
 * `migrate`: to a version that declares how (rules.md B10). A proposal that waits was written on the answers as they
 * were: it is answered first.
 */
export function migrate({ plan, state, context }: Desk): Decision {
  const { newer } = context;
  if (!newer || !migrationPath(newer.plan, plan.version)?.length)
    return { refused: 'version-unknown' };
  if (state.proposals.some((proposal) => proposal.state === 'waiting'))
    return { refused: 'proposal-unanswered' };
  return [{ type: 'MIGRATED', body: migrateDossier(plan, newer.plan, state, newer.version) }];
}
