import type { FieldView } from '@guichet/engine';
import { nothing } from 'lit';
import type { Scope } from '../../form/scope.js';

type Part = typeof import('./suggestions.js');

let loaded: Part | undefined;

/** Entries of the field's list under its control; what draws them is loaded with the first field that has one. */
export function suggesting(scope: Scope, view: FieldView): unknown {
  if (!view.hasLookup || scope.session.readOnly) return nothing;
  if (loaded) return loaded.suggestions(scope, view);
  // Without it people type, as they always may.
  import('./suggestions.js').then(
    (part) => {
      loaded = part;
      scope.hub.touch([view.pointer]);
    },
    () => undefined,
  );
  return nothing;
}
