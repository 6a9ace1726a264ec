import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../form/scope.js';
import { afterword } from '../afterword.js';
import { describedBy } from '../describe.js';
import { fieldClass, preface } from '../frame.js';
import { spoken } from './spoken.js';

/**
 * A value worked out from other answers: read, never typed. `output` would be read aloud at each
 * keystroke elsewhere, so its own live region is off and a change is said once typing pauses.
 */
export function computed(scope: Scope, view: FieldView): TemplateResult {
  const answer = String(view.raw ?? '');
  const said = answer && scope.say('computed.now', { label: view.label, answer });
  return html`<div class=${fieldClass(view)} data-pointer=${view.pointer}>
    <label class="gui-label" for=${scope.id(view.pointer)}>${view.label}</label
    >${preface(scope, view)}
    <output
      class=${answer ? 'gui-computed' : 'gui-computed gui-hint'}
      id=${scope.id(view.pointer)}
      aria-live="off"
      aria-describedby=${describedBy(scope, { ...view, unit: '' })}
      translate=${answer ? 'no' : nothing}
      .textContent=${answer || scope.say('computed.waiting')}
    ></output>
    ${spoken(said, (text) => scope.announce(text))}${afterword(scope, view)}
  </div>`;
}
