import type { FieldView } from '@guichet/engine';
import type { TemplateResult } from 'lit';
import type { Scope } from '../../form/scope.js';
import { radios } from '../radios.js';

/** Yes or no, neither of them chosen beforehand. */
export function yesNo(scope: Scope, view: FieldView): TemplateResult {
  const named = (value: boolean): string =>
    view.options.find((option) => option.value === value)?.label ?? scope.say(value ? 'yes' : 'no');
  return radios(scope, view, [
    { value: true, label: named(true) },
    { value: false, label: named(false) },
  ]);
}
