import type { PieceView, ReviewLine, ReviewView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { preloadAttestationView } from '../attestation/attestation-view.js';
import { markWords } from '../fields/mark-words.js';
import { heading } from '../form/heading.js';
import type { ClosingScope } from '../form/form-scope.js';
import { fileActions } from '../filing/file-actions.js';
import { watch } from '../live/watch.js';
import { pieceMarkWords } from '../pieces/without-piece.js';
import { printFoot, printHead } from './print-recap.js';
import { feesBox } from './fees-box.js';
import { awaitedBox, linksBox } from './of-others.js';
import { piecesToGive, toComplete } from './to-complete.js';

/** Check your answers: everything as it will be sent, each line with a way to change it, then the act of filing. */
export function reviewStep(scope: ClosingScope): TemplateResult {
  void preloadAttestationView().catch(() => undefined);
  return html`${watch(scope.hub, () => recap(scope, scope.session.review()), '@review')}
  ${watch(scope.hub, () => fileActions(scope), '@review', '@window', '@filing')}`;
}

function recap(scope: ClosingScope, review: ReviewView): TemplateResult {
  const prepare = scope.session.profile === 'third-party';
  return html`<p class="gui-lead gui-screen-only">
      ${scope.say(prepare ? 'review.introPrepare' : 'review.intro')}
    </p>
    ${printHead(scope)}
    <p class="gui-row gui-lead gui-screen-only">
      <button type="button" class="gui-link" @click=${() => globalThis.print()}>
        ${scope.say('review.print')}
      </button>
    </p>
    ${repeat(
      review.sections,
      ({ step }) => step,
      (section) =>
        html`<div class="gui-section">
          ${heading(scope.level + 1, section.title, scope.id(`/review/${section.step}`), 'gui-section-title')}
          <dl class="gui-recap">
            ${repeat(
              section.lines,
              ({ pointer }) => pointer,
              (line, n) => answerLine(scope, line, section.step, startsRow(section.lines, n)),
            )}
          </dl>
        </div>`,
    )}
    ${review.pieces.length > 0 ? pieces(scope, review.pieces) : nothing}
    ${feesBox(scope, review.fees)} ${toComplete(scope, review)} ${piecesToGive(scope, review)}
    ${awaitedBox(scope, review)} ${linksBox(scope, review)} ${printFoot(scope)}`;
}

/** The first line of each row of a group carries the row's title. */
function startsRow(lines: readonly ReviewLine[], n: number): boolean {
  const row = lines[n]?.row;
  return row !== undefined && row !== lines[n - 1]?.row;
}

function answerLine(
  scope: ClosingScope,
  line: ReviewLine,
  step: string,
  isRowStart: boolean,
): TemplateResult {
  const said = line.mark && !line.answer ? markWords(scope, line.mark) : line.answer;
  return html`<div class=${line.missing ? 'gui-line gui-line-missing' : 'gui-line'}>
    <dt>
      ${isRowStart ? html`<span class="gui-line-row" .textContent=${line.row ?? ''}></span>` : nothing}
      <span .textContent=${line.label}></span>
    </dt>
    <dd>
      <p class="gui-answer">
        <bdi
          translate=${line.answer ? 'no' : nothing}
          .textContent=${said || scope.say('notAnswered')}
        ></bdi>
      </p>
      ${line.issue ? html`<span class="gui-issue" .textContent=${line.issue.message}></span>` : nothing}
    </dd>
    <dd class="gui-line-act">${change(scope, line.label, () => scope.goTo(step, line.pointer))}</dd>
  </div>`;
}

function pieces(scope: ClosingScope, all: readonly PieceView[]): TemplateResult {
  return html`<div class="gui-section">
    ${heading(scope.level + 1, scope.say('review.pieces'), scope.id('/review/pieces'), 'gui-section-title')}
    <dl class="gui-recap">
      ${repeat(
        all.filter(({ asked }) => asked !== 'no'),
        ({ name }) => name,
        (view) =>
          html`<div class="gui-line">
            <dt>${view.label}</dt>
            <dd>
              ${view.files.map((file) => html`<p class="gui-answer"><bdi translate="no" .textContent=${file.name}></bdi></p>`)}
              ${
                view.files.length === 0
                  ? html`<span
                      .textContent=${pieceMarkWords(scope, view) || scope.say(view.asked === 'may' ? 'pieces.may' : 'pieces.isNothing')}
                    ></span>`
                  : nothing
              }
            </dd>
            <dd class="gui-line-act">
              ${view.step === '' ? nothing : change(scope, view.label, () => scope.goTo(view.step, `/piece/${view.name}`))}
            </dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

function change(scope: ClosingScope, label: string, go: () => void): unknown {
  if (scope.session.readOnly) return nothing;
  return html`<button
    type="button"
    class="gui-link"
    .ariaLabel=${scope.say('change.what', { label })}
    @click=${go}
  >
    ${scope.say('change')}
  </button>`;
}
