import { html, nothing } from 'lit';
import type { Scope } from '../form/scope.js';

/** What the answers are for and on which ground, before the first of them is given (R14). */
export function privacyBox(scope: Scope): unknown {
  const { operator, session } = scope;
  const privacy = session.privacy?.();
  const isPrivate = session.guide && html`<p class="gui-notice">${scope.say('guide.private')}</p>`;
  if (!privacy) return isPrivate ?? nothing;
  return html`<div class="gui-privacy">
    <p>${scope.say('privacy.purpose', { purpose: privacy.purpose })}</p>
    <details>
      <summary>${scope.say('privacy.title')}</summary>
      <p>${scope.say('privacy.basis', { basis: privacy.basis })}</p>
      ${
        operator
          ? html`<p>
              ${scope.say('privacy.who', { authority: operator.authority, ...operator.dataProtection })}
            </p>`
          : nothing
      }
      <p>${scope.say('privacy.rights')}</p>
    </details>
  </div>`;
}
