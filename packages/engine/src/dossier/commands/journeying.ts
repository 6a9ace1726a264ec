import type { EventBody } from '../events.js';
import type { Command } from './command.js';
import type { Decision } from './context.js';

/** Commands by which a service moves a dossier along, and that say no more than what they are. */
export type JourneyCommand = Extract<
  Command,
  {
    readonly do:
      | 'transfer'
      | 'set-interview'
      | 'hold-interview'
      | 'ask-opinion'
      | 'give-opinion'
      | 'produce'
      | 'hand-over';
  }
>;

/** The one event of each. A transfer starts no clock anew: what was received was received (CRPA L. 114-3). */
export function journeyEvent(command: JourneyCommand): Decision {
  switch (command.do) {
    case 'transfer':
      return command.to.trim()
        ? [{ type: 'TRANSFERRED', body: { to: command.to, ...reasonOf(command) } }]
        : { refused: 'command-malformed', detail: 'to' };
    case 'set-interview':
      return setInterview(command);
    case 'hold-interview':
      return [{ type: 'INTERVIEW_HELD', body: reasonOf(command) }];
    case 'ask-opinion':
      return command.of.trim()
        ? [{ type: 'OPINION_ASKED', body: { to: command.of, ...reasonOf(command) } }]
        : { refused: 'command-malformed', detail: 'of' };
    case 'give-opinion':
      return [{ type: 'OPINION_GIVEN', body: reasonOf(command) }];
    case 'produce':
      return [{ type: 'PRODUCED', body: {} }];
    case 'hand-over':
      return [{ type: 'COLLECTED', body: {} }];
  }
}

/** Whoever is called must know when and where. */
function setInterview(command: JourneyCommand & { readonly do: 'set-interview' }): Decision {
  const on = new Date(command.on);
  if (Number.isNaN(on.getTime())) return { refused: 'command-malformed', detail: 'on' };
  if (!command.place.trim()) return { refused: 'command-malformed', detail: 'place' };
  const body: EventBody = { on: on.toISOString(), place: command.place, ...reasonOf(command) };
  return [{ type: 'INTERVIEW_SET', body }];
}

function reasonOf({ reason }: { readonly reason?: string }): EventBody {
  return reason ? { reason } : {};
}
