import type { GroupView } from '@guichet/engine';
import { nothing } from 'lit';
import type { Scope } from '../form/scope.js';

type Part = typeof import('./import-table.js');

let loaded: Part | undefined;

/** The choice of a table whose rows are brought in; what draws it is loaded with the first group that takes one. */
export function importing(scope: Scope, view: GroupView): unknown {
  if (!view.importColumns) return nothing;
  if (loaded) return loaded.importTable(scope, view);
  // Without it rows are added one by one, as they always may.
  import('./import-table.js').then(
    (part) => {
      loaded = part;
      scope.hub.touch([view.pointer]);
    },
    () => undefined,
  );
  return nothing;
}
