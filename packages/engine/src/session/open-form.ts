import type { FormPlan, Texts } from '@guichet/procedure';
import type { SessionOptions } from './session-options.js';
import { startSession } from './start-session.js';
import type { FormSession } from './views.js';

/**
 * Opens what `openSession` opens, as much of it as shows and answers pages: a page loads no more before
 * its first question. What closes the interview is another module, which `whole()` loads; ask for it as
 * soon as the first page is drawn, so that a lost network takes nothing away. Throws `plan-format-unknown`.
 *
 * @example
 * const session = openForm(plan, texts, { draft, ports, planHash, textsHash });
 * session.answer('/person/birth', { year: '1998', month: '', day: '' });
 * const outcome = await (await session.whole()).file();
 */
export function openForm(plan: FormPlan, texts: Texts, options: SessionOptions): FormSession {
  return startSession(plan, texts, options, () => import('./closing-of.js')).session;
}
