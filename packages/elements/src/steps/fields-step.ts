import type { SectionView, StepView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { field } from '../fields/field.js';
import { heading } from '../form/heading.js';
import type { Scope } from '../form/scope.js';
import { group } from '../groups/group.js';

/** A page of questions. Sections are contained: a key pressed in one lays out that one only. */
export function fieldsStep(scope: Scope, step: StepView): TemplateResult {
  return html`${step.sections.map((section, index) => drawSection(scope, section, index))}`;
}

function drawSection(scope: Scope, section: SectionView, index: number): TemplateResult {
  const title = scope.id(`/section/${index}`);
  return html`<div
    class="gui-section gui-questions"
    role=${section.title ? 'group' : nothing}
    aria-labelledby=${section.title ? title : nothing}
  >
    ${section.title ? heading(scope.level + 1, section.title, title, 'gui-section-title') : nothing}${section.hint ? html`<p class="gui-hint">${section.hint}</p>` : nothing}${repeat(
      section.items,
      ({ pointer }) => pointer,
      ({ is, pointer }) => (is === 'group' ? group(scope, pointer) : field(scope, pointer)),
    )}
  </div>`;
}
