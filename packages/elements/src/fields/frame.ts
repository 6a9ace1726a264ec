import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../form/scope.js';
import { afterword } from './afterword.js';
import { describedBy } from './describe.js';

/** Label, hint, issue and afterword around a single control whose id is `scope.id(pointer)`. */
export function labelled(scope: Scope, view: FieldView, control: TemplateResult): TemplateResult {
  return html`<div class=${fieldClass(view)} data-pointer=${view.pointer}>
    <label class="gui-label" for=${scope.id(view.pointer)}
      >${view.label}${optional(scope, view)}</label
    >${preface(scope, view)}${control}${afterword(scope, view)}
  </div>`;
}

/**
 * The same around several controls (parts of a date, boxes to tick).
 * The issue is referenced from each input too: some screen readers ignore a fieldset's description.
 */
export function grouped(scope: Scope, view: FieldView, controls: unknown): TemplateResult {
  return html`<div class=${fieldClass(view)} data-pointer=${view.pointer}>
    <fieldset
      class="gui-fieldset"
      id=${scope.id(view.pointer, 'set')}
      aria-describedby=${describedBy(scope, view)}
    >
      <legend class="gui-label">${view.label}${optional(scope, view)}</legend>
      ${preface(scope, view)}${controls}
    </fieldset>
    ${afterword(scope, view)}
  </div>`;
}

/** What stands between a label and its control. */
export function preface(scope: Scope, view: FieldView): unknown {
  const { pointer, hint, issue } = view;
  if (!hint && !issue) return nothing;
  return html`${hint ? html`<p class="gui-hint" id=${scope.id(pointer, 'hint')}>${hint}</p>` : nothing}${
    issue
      ? html`<p class="gui-issue" id=${scope.id(pointer, 'issue')}>
          <span class="gui-hidden">${scope.say('issue.prefix')} </span
          ><span .textContent=${issue.message}></span>
        </p>`
      : nothing
  }`;
}

/** Says that a question was not there when the draft was begun, and when an answer is not needed; nothing marks those that are (they are the rule). */
export function optional(scope: Scope, view: FieldView): unknown {
  const isNew = view.isNew ? html` <span class="gui-new">${scope.say('moved.new')}</span>` : nothing;
  if (view.required && !view.ifConcerned) return isNew;
  const said = scope.say(view.ifConcerned ? 'ifConcerned' : 'optional');
  return html` <span class="gui-optional" .textContent=${`(${said})`}></span>${isNew}`;
}

export function fieldClass(view: FieldView): string {
  return view.issue ? 'gui-field gui-field-wrong' : 'gui-field';
}
