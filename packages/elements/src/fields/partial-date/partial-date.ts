import type { FieldView } from '@guichet/engine';
import type { TemplateResult } from 'lit';
import type { Scope } from '../../form/scope.js';
import { dayParts } from '../day-parts.js';

/** A day of civil status: month and day may be left empty, and nothing is made up for them. */
export function partialDate(scope: Scope, view: FieldView): TemplateResult {
  return dayParts(scope, view, ['day', 'month', 'year']);
}
