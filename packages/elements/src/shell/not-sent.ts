import { html, nothing } from 'lit';
import type { Scope } from '../form/scope.js';
import { watch } from '../live/watch.js';

/** Under a third party nothing is with the authority yet: said on every page until a proof of sending exists. */
export function notSent(scope: Scope): unknown {
  if (scope.session.guide) return nothing;
  if (scope.session.canSend === false && !scope.session.filed) return noService(scope);
  if (scope.session.profile !== 'third-party') return nothing;
  return watch(
    scope.hub,
    () => {
      if (scope.session.filed?.view.sentToAuthority) return nothing;
      const { operator } = scope;
      return html`<div class="gui-not-sent">
        <p><strong>${scope.say('notSent')}</strong></p>
        ${
          operator?.transmitsTo
            ? html`<p>
                ${scope.say('notSent.hint', { authority: operator.authority, to: operator.transmitsTo.authority })}
              </p>`
            : nothing
        }
      </div>`;
    },
    '@filing',
  );
}

/** A page that is connected to nothing says so before anybody works for an hour. */
function noService(scope: Scope): unknown {
  return html`<div class="gui-not-sent">
    <p><strong>${scope.say('notSent.noService')}</strong></p>
    <p>${scope.say('notSent.noService.hint')}</p>
  </div>`;
}
