import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import type { ClosingScope, FormScope } from '../form/form-scope.js';
import { adoptCss } from '../styles/adopt-sheet.js';

type ClosingPages = typeof import('./closing-pages.js');

let loaded: ClosingPages | undefined;
let loading: Promise<ClosingPages> | undefined;

/** Loads the closing pages, once; asked as soon as the first step is shown, so that an outage later costs nothing. */
export function loadClosingPages(): Promise<ClosingPages> {
  loading ??= import('./closing-pages.js').then((pages) => (loaded = pages));
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Draws one of the closing pages on a session that is whole, at once when both are here. */
export function closing(
  scope: FormScope,
  draw: (pages: ClosingPages, scope: ClosingScope) => unknown,
  again: () => void,
): unknown {
  const dressed = (pages: ClosingPages): unknown => {
    adoptCss(scope.root(), pages.closingCss);
    return isWhole(scope) && draw(pages, scope);
  };
  if (loaded && isWhole(scope)) return dressed(loaded);
  return until(
    Promise.all([loadClosingPages(), scope.session.whole()]).then(
      ([pages]) => dressed(pages),
      () =>
        html`<div class="gui-warning" role="alert">
          <p>${scope.say('load.failed')}</p>
          <button type="button" class="gui-second" @click=${again}>${scope.say('retry')}</button>
        </div>`,
    ),
    html`<p role="status">${scope.say('loading')}</p>`,
  );
}

function isWhole(scope: FormScope): scope is ClosingScope {
  return scope.session.isWhole();
}
