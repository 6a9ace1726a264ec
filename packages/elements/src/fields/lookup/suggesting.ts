import type { FieldView } from '@guichet/engine';
import { nothing } from 'lit';
import type { Scope } from '../../form/scope.js';
import { late } from '../../live/late.js';

const list = late(() => import('./suggestions.js'));

/** Entries of the field's list under its control. Without it people type, as they always may. */
export function suggesting(scope: Scope, view: FieldView): unknown {
  if (!view.hasLookup || scope.session.readOnly) return nothing;
  return list(scope, view.pointer, ({ suggestions }) => suggestions(scope, view));
}
