import type { GroupView } from '@guichet/engine';
import { nothing } from 'lit';
import type { Scope } from '../form/scope.js';
import { late } from '../live/late.js';

const table = late(() => import('./import-table.js'));

/** The choice of a table whose rows are brought in. Without it rows are added one by one, as they always may. */
export function importing(scope: Scope, view: GroupView): unknown {
  if (!view.importColumns) return nothing;
  return table(scope, view.pointer, ({ importTable }) => importTable(scope, view));
}
