import type { PieceView, StepView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../form/heading.js';
import type { ClosingScope } from '../form/form-scope.js';
import { piece } from '../pieces/piece.js';

/** A page of supporting documents: one list, with a heading above those that are one piece asked several times. */
export function piecesStep(scope: ClosingScope, step: StepView): TemplateResult {
  const groups = step.pieces.map((name) => scope.session.piece(name).group);
  const count = (name: string) => groups.filter((group) => group?.name === name).length;
  return html`<div class="gui-section">
    ${repeat(
      step.pieces,
      (name) => name,
      (name, n) => {
        const group = groups[n];
        const isOneOfSeveral = group !== undefined && count(group.name) > 1;
        const isFirst = isOneOfSeveral && groups[n - 1]?.name !== group.name;
        return html`${isFirst ? above(scope, group) : nothing}${piece(scope, name, isOneOfSeveral)}`;
      },
    )}
  </div>`;
}

function above(scope: ClosingScope, { name, title }: NonNullable<PieceView['group']>): unknown {
  const id = scope.id(`/pieces/${name}`, 'title');
  return heading(scope.level + 1, title, id, 'gui-section-title');
}
