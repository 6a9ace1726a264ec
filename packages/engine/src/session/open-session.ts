import type { FormPlan, Texts } from '@guichet/procedure';
import { closingOf } from './closing-of.js';
import { sessionExtras } from './session-extras.js';
import type { SessionOptions } from './session-options.js';
import { startSession } from './start-session.js';
import type { Session } from './views.js';

export type { SessionOptions };

/**
 * Opens one person's run through a procedure, whole: walks the flow with the draft's answers
 * and computes the first view. Throws `plan-format-unknown`.
 *
 * @example
 * const session = openSession(plan, texts, { draft, ports, planHash, textsHash });
 * session.answer('/person/birth', { year: '1998', month: '', day: '' });
 * session.next();
 */
export function openSession(plan: FormPlan, texts: Texts, options: SessionOptions): Session {
  const load = () => Promise.resolve({ closingOf });
  const { core, session } = startSession(plan, texts, options, { load, extras: sessionExtras });
  return Object.assign(session, closingOf(core));
}
