import { expect, it } from 'vitest';
import { handleCommand } from './commands/handle-command.js';
import type { DossierEvent } from './events.js';
import { applyEvent, emptyState, foldDossier } from './fold.js';
import type { DossierState } from './state.js';
import { changeOn, contextAt, lifecycles, makePlan, officer } from './fixture.js';

it.each(Object.entries(lifecycles))(
  'folds 10,000 events in well under 200 ms on the %s lifecycle',
  (_, lifecycle) => {
    const plan = makePlan(lifecycle);
    const events = longLog(plan, 10_000);
    foldDossier(plan, events);
    const times = [1, 2, 3].map(() => {
      const start = Date.now();
      foldDossier(plan, events);
      return Date.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(200);
  },
);

function longLog(plan: ReturnType<typeof makePlan>, length: number): readonly DossierEvent[] {
  const filed = handleCommand(
    plan,
    emptyState(plan),
    { do: 'file' },
    contextAt('2026-11-23T10:00:00Z'),
  );
  if ('refused' in filed) throw new Error(filed.refused);
  const events = [...filed.events];
  let { state } = filed;
  const at = '2026-11-24T10:00:00Z';
  for (let i = 0; events.length < length; i += 1) {
    const command = (
      [{ do: 'take' }, { do: 'amend' }, { do: 'release' }, { do: 'amend' }] as const
    )[i % 4] ?? { do: 'take' };
    const by = i % 2 === 0 ? officer : ({ as: 'holder' } as const);
    const answer = handleCommand(
      plan,
      { ...state, timeline: [] },
      command,
      contextAt(at, { by, difference: changeOn(state.version) }),
    );
    if ('refused' in answer) throw new Error(answer.refused);
    events.push(...answer.events);
    const untold: DossierState = { ...state, timeline: [] };
    state = answer.events.reduce((before, event) => applyEvent(plan, before, event), untold);
  }
  return events;
}
