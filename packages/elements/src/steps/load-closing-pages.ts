import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import type { Scope } from '../form/scope.js';
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

/** Draws one of the closing pages, at once when they are here. */
export function closing(
  scope: Scope,
  draw: (pages: ClosingPages) => unknown,
  again: () => void,
): unknown {
  const dressed = (pages: ClosingPages): unknown => {
    adoptCss(scope.root(), pages.closingCss);
    return draw(pages);
  };
  if (loaded) return dressed(loaded);
  return until(
    loadClosingPages().then(
      dressed,
      () =>
        html`<div class="gui-warning" role="alert">
          <p>${scope.say('load.failed')}</p>
          <button type="button" class="gui-second" @click=${again}>${scope.say('retry')}</button>
        </div>`,
    ),
    html`<p role="status">${scope.say('loading')}</p>`,
  );
}
