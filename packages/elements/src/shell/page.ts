import type { StepView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from '../live/keyed.js';
import { isEnding } from '../filing/ending.js';
import { heading } from '../form/heading.js';
import type { LiveScope } from '../form/live-scope.js';
import { exitStep } from '../steps/exit-step.js';
import { fieldsStep } from '../steps/fields-step.js';
import { restoreLink } from '../restore/restore-link.js';
import { closing } from '../steps/load-closing-pages.js';
import { actions, type Moves } from './actions.js';
import { languages } from './languages.js';
import { notSent } from './not-sent.js';
import { notices } from './notices.js';
import { otherWays } from './other-ways.js';
import { privacyBox } from './privacy-box.js';
import { progress } from './progress.js';
import { saveLine } from './save-line.js';
import { summary } from './summary.js';
import { windowBox } from './window-box.js';

/** What surrounds the session in its element. */
export interface Surroundings extends Moves {
  readonly languages: readonly string[];
  /** Version that the draft came from, when it moved. */
  readonly moved: string | undefined;
  /** The person has read what is new, and put it away. */
  readonly newsRead: boolean;
  readNews(): void;
  /** The draft was in progress when it was opened, and its person has not moved since. */
  readonly resumed: boolean;
  speak(lang: string): void;
  /** Draws again, when a part could not be loaded. */
  again(): void;
}

/** The whole form, once a session is open. Runs once per step; what changes inside a step watches its own keys. */
export function page(scope: LiveScope, around: Surroundings): TemplateResult {
  const { state } = scope.filing;
  const ended = state.is === 'answered' && isEnding(state.outcome) ? state.outcome : undefined;
  return html`<div class="gui-head gui-screen-only">
      <p class="gui-procedure">${scope.say('title')}</p>
      ${languages(around.languages, scope.session.texts.lang, scope.say('language'), (lang) => around.speak(lang))}
    </div>
    ${notices(scope, around, ended !== undefined)} ${notSent(scope)}
    ${
      ended
        ? closing(
            scope,
            (pages, whole) => pages.outcome(whole, ended),
            () => around.again(),
          )
        : interview(scope, around)
    }
    <div class="gui-foot gui-screen-only">
      ${ended || scope.session.guide ? nothing : saveLine(scope)} ${otherWays(scope)}
    </div>`;
}

function interview(scope: LiveScope, around: Surroundings): TemplateResult {
  const step = scope.session.step();
  return html`<div class="gui-screen-only">${progress(scope)}</div>
    ${summary(scope)}
    ${keyed(
      step.id,
      html`<div class="gui-page" data-step=${step.id}>
        ${heading(scope.level, step.title, scope.id('/heading'), 'gui-title')}
        ${step.intro ? html`<p class="gui-lead">${step.intro}</p>` : nothing}${step.isFirst ? html`${privacyBox(scope)}${scope.session.guide ? nothing : restoreLink(scope)}` : nothing}
        ${content(scope, around)}
        ${step.kind === 'review' ? nothing : windowBox(scope, !step.isFirst)}
        ${actions(scope, around)}
      </div>`,
    )}`;
}

function content(scope: LiveScope, around: Surroundings): unknown {
  const step = scope.session.step();
  const { readOnly } = scope.session;
  const inner = drawStep(scope, step, around);
  return readOnly ? html`<fieldset class="gui-fieldset" disabled>${inner}</fieldset>` : inner;
}

function drawStep(scope: LiveScope, step: StepView, around: Surroundings): unknown {
  const again = (): void => around.again();
  switch (step.kind) {
    case 'fields':
    case 'each':
      return fieldsStep(scope, step);
    case 'exit':
      return html`${exitStep(step)}${
        scope.openOther && step.exit?.procedure !== undefined
          ? closing(
              scope,
              (pages, whole) => pages.otherProcedure(whole, step.exit?.procedure ?? ''),
              again,
            )
          : nothing
      }`;
    case 'tasks':
      return closing(scope, (pages) => pages.tasksStep(scope, step), again);
    case 'pieces':
      return closing(scope, (pages, whole) => pages.piecesStep(whole, step), again);
    case 'review':
      return closing(scope, (pages, whole) => pages.reviewStep(whole), again);
  }
}
