/** The log of a dossier that was filed, then taken, amended and given back again and again. */
import { applyEvent, emptyState, handleCommand } from '@guichet/engine/dossier';

const judgement = {
  ...{ issues: [], toComplete: [], inactive: [], pieces: [], fees: [], clocks: {} },
  window: { inWindow: 'true', state: 'in', opens: undefined, closes: undefined },
  complete: 'true',
};
const officer = { as: 'officer', name: 'Officer', quality: 'attachée', service: 'Desk' };

/** At least `length` events. */
export function longLog(plan, length) {
  const context = (now, version, by) => ({
    ...{ now: new Date(now), zone: 'Europe/Paris', profile: 'administration', by, judgement },
    difference: { base: version, changes: [{ op: 'set', pointer: '/a', from: 1, to: 2 }] },
  });
  const holder = { as: 'holder' };
  let state = emptyState(plan);
  const events = [];
  const run = (command, now, by) => {
    const answer = handleCommand(plan, state, command, context(now, state.version, by));
    if ('refused' in answer) throw new Error(answer.refused);
    events.push(...answer.events);
    state = answer.events.reduce((before, event) => applyEvent(plan, before, event), state);
    // The story told is no part of what folding costs the next command.
    state = { ...state, timeline: [] };
  };
  run({ do: 'file' }, '2026-11-23T10:00:00Z', holder);
  for (let i = 0; events.length < length; i += 1)
    run({ do: ['take', 'amend', 'release', 'amend'][i % 4] }, '2026-11-24T10:00:00Z', i % 2 ? holder : officer);
  return events;
}
