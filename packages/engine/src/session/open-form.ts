import type { FormPlan, Texts } from '@guichet/procedure';
import { needsExtras } from '../model/extras.js';
import type { SessionOptions } from './session-options.js';
import { startSession } from './start-session.js';
import type { FormSession } from './views.js';

/**
 * Opens what `openSession` opens, as much of it as shows and answers pages: a page loads no more before
 * its first question, but what only some plans use when its own does. What closes the interview is another
 * module, which `whole()` loads; ask for it as soon as the first page is drawn, so that a lost network takes
 * nothing away. Throws `plan-format-unknown`.
 *
 * @example
 * const session = await openForm(plan, texts, { draft, ports, planHash, textsHash });
 * session.answer('/person/birth', { year: '1998', month: '', day: '' });
 * const outcome = await (await session.whole()).file();
 */
export async function openForm(
  plan: FormPlan,
  texts: Texts,
  options: SessionOptions,
): Promise<FormSession> {
  const load = () => import('./closing-of.js');
  const extras = needsExtras(plan)
    ? (await import('./session-extras.js')).sessionExtras
    : undefined;
  return startSession(plan, texts, options, { load, extras }).session;
}
