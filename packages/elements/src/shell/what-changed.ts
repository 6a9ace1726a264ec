import type { News } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClosingScope } from '../form/form-scope.js';

/**
 * What is new since the version that the draft was begun under: questions added, those that ask more, choices to make
 * again, what is asked no more and why, pieces. It stays until the person puts it away.
 */
export function whatChanged(scope: ClosingScope, putAway: () => void): TemplateResult {
  const { news } = scope.session;
  return html`${news ? lists(scope, news) : nothing}
    <p>
      <button type="button" class="gui-second" @click=${putAway}>
        ${scope.say('moved.dismiss')}
      </button>
    </p>`;
}

function lists(scope: ClosingScope, news: News): unknown {
  const questions = (pointers: readonly string[]): readonly string[] =>
    pointers.map((pointer) => scope.say(`fields.${pointer}.label`));
  const pieces = (names: readonly string[]): readonly string[] =>
    names.map((name) => scope.say(`pieces.${name}.label`));
  return [
    list(scope.say('moved.added'), questions(news.added)),
    list(scope.say('moved.changed'), questions(news.changed)),
    list(
      scope.say('moved.again'),
      news.again.map(({ pointer }) => scope.session.field(pointer).label),
    ),
    list(
      scope.say('moved.dropped'),
      news.dropped.map(({ says }) => scope.say(`says.${says}`)),
    ),
    list(scope.say('moved.pieces'), pieces(news.pieces.added)),
  ];
}

/** The same words once: rows of a group have one label for all. */
function list(title: string, items: readonly string[]): unknown {
  if (items.length === 0) return nothing;
  return html`<p>${title}</p>
    <ul class="gui-news">
      ${[...new Set(items)].map((item) => html`<li>${item}</li>`)}
    </ul>`;
}
