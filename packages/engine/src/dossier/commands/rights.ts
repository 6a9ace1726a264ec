import type { EventBody } from '../events.js';
import type { Command } from './command.js';
import type { Decision, Desk } from './context.js';
import { effectiveRefusal } from './effective.js';

/** `report-incident`: numbered, dated; one that began in time makes *in time* unknown, never false. */
export function reportIncident(
  desk: Desk,
  command: Command & { readonly do: 'report-incident' },
): Decision {
  const { state, context } = desk;
  if (!command.kind) return { refused: 'command-malformed', detail: 'kind' };
  const began = command.effectiveAt === undefined ? undefined : new Date(command.effectiveAt);
  if (began && Number.isNaN(began.getTime()))
    return { refused: 'command-malformed', detail: 'effectiveAt' };
  const begun = context.begunAt === undefined ? undefined : new Date(context.begunAt);
  const refused = began && effectiveRefusal(began, { begun, now: context.now });
  if (refused) return { refused };
  const inTime = state.inWindow === 'false' && context.judgement?.window.inWindow === 'unknown';
  const body: EventBody = {
    n: state.incidents.length + 1,
    kind: command.kind,
    ...(command.reason && { reason: command.reason }),
    ...(command.proof && { proof: command.proof }),
    ...(inTime && { inWindow: 'unknown', windowState: 'unknown' }),
  };
  return [{ type: 'INCIDENT_RECORDED', body, ...(began && { effectiveAt: began.toISOString() }) }];
}

/**
 * `request-substitution`, `register-at-counter`: the way around a channel that failed, and its end. Of the incident
 * named, or of none: nobody is made to report one before asking for a counter.
 */
export function aroundIncident(
  { state }: Desk,
  command: Command & { readonly do: 'request-substitution' | 'register-at-counter' },
): Decision {
  const { n, reason } = command;
  const isKnown = n === undefined || state.incidents.some((incident) => incident.n === n);
  if (!isKnown) return { refused: 'incident-unknown' };
  const type =
    command.do === 'register-at-counter' ? 'REGISTERED_AT_COUNTER' : 'SUBSTITUTION_REQUESTED';
  return [{ type, body: { ...(n !== undefined && { n }), ...(reason && { reason }) } }];
}

/** `ask-reasons`: of a refusal, express or implicit. @see CRPA L. 232-4 */
export function askReasons({ state }: Desk): Decision {
  const refused = state.decision?.outcome === 'unfavourable' || state.silenceAt !== undefined;
  return refused ? [{ type: 'REASONS_ASKED', body: {} }] : { refused: 'not-accepted-now' };
}

/** `appeal`: records to whom. Whether it is admissible is not for this dossier to say. */
export function appeal({ state }: Desk, command: Command & { readonly do: 'appeal' }): Decision {
  if (!command.to) return { refused: 'command-malformed', detail: 'to' };
  const refused = state.decision !== undefined || state.silenceAt !== undefined;
  return refused
    ? [{ type: 'APPEALED', body: { to: command.to } }]
    : { refused: 'not-accepted-now' };
}
