import type { FieldView } from '@guichet/engine';
import type { TemplateResult } from 'lit';
import type { Scope } from '../../form/scope.js';
import { dayParts } from '../day-parts.js';

/** A calendar day, in three inputs. */
export function date(scope: Scope, view: FieldView): TemplateResult {
  return dayParts(scope, view, ['day', 'month', 'year']);
}
