import type { FieldView } from '@guichet/engine';
import type { TemplateResult } from 'lit';
import type { Scope } from '../../form/scope.js';
import { dayParts } from '../day-parts.js';

/** A month of a year. */
export function month(scope: Scope, view: FieldView): TemplateResult {
  return dayParts(scope, view, ['month', 'year']);
}
