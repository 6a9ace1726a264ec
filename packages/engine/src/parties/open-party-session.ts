import type { FormPlan, Texts } from '@guichet/procedure';
import { dayIn } from '@guichet/procedure';
import type { Version } from '../draft.js';
import type { Days } from '../model/model.js';
import type { FilingAnswer, Ports, ServicePort } from '../ports.js';
import { openSession } from '../session/open-session.js';
import type { SessionOptions } from '../session/session-options.js';
import type { Session } from '../session/views.js';
import { versionOf } from '../versions/version-of.js';
import { contributionOf } from './contribution-of.js';
import { partyDraft } from './party-draft.js';
import { partyPlan } from './party-plan.js';

/** What a party's session is opened with: `as` is the name of the party in the procedure. */
export interface PartySessionOptions extends SessionOptions {
  readonly as: string;
}

/**
 * Opens a procedure for one of its parties: the pages that hold something of theirs, what they may see as read,
 * and nothing else in memory. `file()` sends what they give, as a contribution, and nothing of anybody else's.
 */
export function openPartySession(
  plan: FormPlan,
  texts: Texts,
  { as, ...options }: PartySessionOptions,
): Session {
  const { draft, ports } = options;
  const today = dayIn(ports.clock.now(), ports.operator?.timeZone ?? 'Europe/Paris');
  const days: Days = { today, filing: today };
  const own = partyPlan(plan, as, draft, days);
  const given = partyDraft(plan, as, draft, days);
  const before = versionOf(own, given, days);
  return openSession(own, texts, {
    ...options,
    draft: given,
    ports: portsOf(plan, as, ports, before),
    filed: undefined,
    filedVersion: undefined,
  });
}

/** The party files a contribution in place of a dossier. */
function portsOf(plan: FormPlan, party: string, ports: Ports, before: Version): Ports {
  const { service } = ports;
  if (!service) return ports;
  const file: ServicePort['file'] = (filing): Promise<FilingAnswer> => {
    if (!service.contribute)
      return Promise.resolve({ is: 'refused', code: 'no-contribution', message: '' });
    const { planHash, textsHash, lang } = filing;
    const difference = contributionOf(plan, party, before, filing.version);
    return service.contribute({ party, difference, planHash, textsHash, lang });
  };
  return { ...ports, service: { ...service, file } };
}
