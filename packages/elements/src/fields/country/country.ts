import type { FieldView } from '@guichet/engine';
import type { TemplateResult } from 'lit';
import type { Scope } from '../../form/scope.js';
import { select } from '../choice/choice.js';
import { labelled } from '../frame.js';
import { countries } from './countries.js';

/** A country, in the browser's own list: it can be searched by typing, on every device. */
export function country(scope: Scope, view: FieldView): TemplateResult {
  const options = view.options.length > 0 ? view.options : countries(scope.session.texts.lang);
  return labelled(scope, view, select(scope, { ...view, options }));
}
