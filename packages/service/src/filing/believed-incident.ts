import type { Filing } from '@guichet/engine';
import { effectiveRefusal } from '@guichet/engine/dossier';
import type { Context } from '../context.js';
import type { OpenDraft } from '../drafts/draft-access.js';

/**
 * The incident that a device claims, when it can be true: not in this service's future, nor before the draft was
 * begun. One that cannot is left out rather than refused: a clock set wrong must not keep anybody from filing.
 * ISO instant in UTC.
 */
export function believedIncident(
  context: Context,
  draft: OpenDraft,
  { incidentSince }: Filing,
): string | undefined {
  if (incidentSince === undefined) return undefined;
  const since = new Date(incidentSince);
  const between = { begun: new Date(draft.startedAt), now: context.now() };
  return effectiveRefusal(since, between) ? undefined : since.toISOString();
}
