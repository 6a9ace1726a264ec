import { dayIn, startOfDay } from '@guichet/procedure';
import type { Judgement } from '../../judgement.js';
import type { EventBody } from '../events.js';
import type { Command } from './command.js';
import type { Decision, Desk } from './context.js';
import { effectiveRefusal } from './effective.js';

/** `file`: only an authority can say *filed* (design.md §4.8), and only issues that stop are a reason not to (R13). */
export function file(desk: Desk): Decision {
  const { context, state } = desk;
  if (context.profile === 'third-party') return { refused: 'third-party-cannot-file' };
  if (!context.judgement) return { refused: 'judgement-missing' };
  if (context.judgement.issues.some((issue) => issue.stops))
    return { refused: 'filing-has-issues' };
  return [{ type: 'FILED', body: firstBody(desk, state.version + 1) }];
}

/** `prepare`: a third party seals a version. It is no filing and no clock runs. */
export function prepare(desk: Desk): Decision {
  const { context, state } = desk;
  if (context.profile !== 'third-party') return { refused: 'authority-files' };
  if (!context.judgement) return { refused: 'judgement-missing' };
  if (context.judgement.issues.some((issue) => issue.stops))
    return { refused: 'filing-has-issues' };
  return [{ type: 'PREPARED', body: firstBody(desk, state.version + 1) }];
}

/** `transmit`: with its proof, the dossier counts as filed from the day it reached the authority, never before it was ready. */
export function transmit(desk: Desk, command: Command & { readonly do: 'transmit' }): Decision {
  const { context } = desk;
  if (context.profile !== 'third-party') return { refused: 'authority-files' };
  if (!command.proof.kind) return { refused: 'proof-missing' };
  const effectiveAt = new Date(command.effectiveAt);
  if (Number.isNaN(effectiveAt.getTime()))
    return { refused: 'command-malformed', detail: 'effectiveAt' };
  const refused = effectiveRefusal(effectiveAt, { begun: dayPrepared(desk), now: context.now });
  if (refused) return { refused };
  const body = { proof: command.proof, ...verdictsOf(desk) };
  return [{ type: 'TRANSMITTED', effectiveAt: effectiveAt.toISOString(), body }];
}

/** Start of the day on which the dossier was prepared: whoever sends it gives a day, seldom an hour. */
function dayPrepared({ state }: Desk): Date | undefined {
  const prepared = state.timeline.find(({ type }) => type === 'PREPARED');
  return prepared && new Date(startOfDay(dayIn(prepared.at, state.zone), state.zone));
}

function firstBody(desk: Desk, version: number): EventBody {
  const { lang, textsHash, zone } = desk.context;
  return {
    version,
    zone,
    ...verdictsOf(desk),
    ...(lang && { lang }),
    ...(textsHash && { textsHash }),
  };
}

/** How recent each paper was that day: later days do not make it older. */
function freshIn({ pieces }: Judgement): Pick<EventBody, 'fresh'> {
  const judged = pieces.flatMap(({ name, fresh }) => (fresh === undefined ? [] : [[name, fresh]]));
  return judged.length > 0 ? { fresh: Object.fromEntries(judged) as EventBody['fresh'] & {} } : {};
}

function verdictsOf({ context: { judgement } }: Desk): EventBody {
  if (!judgement) return {};
  const { inWindow, state } = judgement.window;
  return { inWindow, windowState: state, complete: judgement.complete, ...freshIn(judgement) };
}
