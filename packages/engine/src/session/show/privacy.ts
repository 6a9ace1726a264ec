import type { Core } from '../core.js';
import type { Session } from '../views.js';
import { own, say, word } from '../words.js';

/** What the answers are for, on which ground and under which text (R14). */
export function showPrivacy(core: Core): ReturnType<NonNullable<Session['privacy']>> {
  const { purpose, basis, source } = core.plan.privacy;
  return {
    purpose: word(core, own(core.texts.says, purpose)) || purpose,
    basis: say(core, `privacy.basis.${basis}`),
    source: own(core.plan.sources, source)?.title ?? '',
  };
}
