import type { JourneyState, LifecyclePlan } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import { handleCommand } from './commands/handle-command.js';
import type { Command } from './commands/command.js';
import { dossierView } from './dossier-view.js';
import type { Author, DossierEvent } from './events.js';
import { contextAt, lifecycles, makePlan, officer } from './fixture.js';
import { emptyState, foldDossier } from './fold.js';
import { metaAt } from './journey/meta.js';

/** The shared journey whose examination has states of its own, as a long procedure fills it. */
function filled(): LifecyclePlan {
  const shared = lifecycles['shared'];
  if (!shared) throw new Error('No shared journey.');
  const { examination, ...states } = shared.states;
  const inside: JourneyState = {
    ...examination,
    initial: 'reading',
    states: {
      reading: { on: { PIECES_REQUESTED: 'waiting' } },
      waiting: { on: { PIECES_SUPPLIED: 'reading' } },
    },
  };
  return { ...shared, states: { ...states, examination: inside } };
}

const plan = makePlan(filled());
const holder: Author = { as: 'holder' };

function live(acts: readonly (readonly [Author, Command])[]) {
  let state = emptyState(plan);
  let events: readonly DossierEvent[] = [];
  acts.forEach(([by, command], day) => {
    const at = `2026-12-${String(day + 1).padStart(2, '0')}T10:00:00+01:00`;
    const answer = handleCommand(plan, state, command, contextAt(at, { by }));
    if ('refused' in answer) throw new Error(`${command.do}: ${answer.refused}`);
    ({ state } = answer);
    events = [...events, ...answer.events];
  });
  expect(foldDossier(plan, events)).toEqual(state);
  return state;
}

const waiting: readonly (readonly [Author, Command])[] = [
  [holder, { do: 'file' }],
  [officer, { do: 'take' }],
  [officer, { do: 'request-pieces', pieces: ['identity'], within: 'P30D' }],
];

describe('a state filled with others', () => {
  it('is entered at its own first one, and keeps what the state around says', () => {
    const state = live(waiting.slice(0, 2));
    expect(state.journey).toBe('examination.reading');
    expect(metaAt(plan, state.journey).label).toBe('journey.examination');
  });

  it('is left by the exits of the shared journey from wherever it is inside', () => {
    expect(live([...waiting, [officer, { do: 'release' }]]).journey).toBe('filed');
    const decided: Command = { do: 'decide', outcome: 'favourable', reasons: 'Yes.' };
    expect(live([...waiting, [officer, decided]]).journey).toBe('decided.favourable.production');
  });

  it('is where it was once a withdrawal is undone', () => {
    const asked = live([...waiting, [holder, { do: 'withdraw' }]]);
    expect(asked.journey).toBe('withdrawalPending.examination');
    const undone = live([
      ...waiting,
      [holder, { do: 'withdraw' }],
      [holder, { do: 'undo-withdrawal' }],
    ]);
    expect(undone.journey).toBe('examination.waiting');
    const view = dossierView(
      plan,
      undone,
      { id: 'd', reference: 'R', planHash: 'h' },
      new Date('2026-12-06'),
    );
    expect(view).toMatchObject({ turn: 'holder', requests: [{ open: ['identity'] }] });
  });

  it('starts again when the file was given back meanwhile', () => {
    const state = live([
      ...waiting,
      [holder, { do: 'withdraw' }],
      [officer, { do: 'release' }],
      [holder, { do: 'undo-withdrawal' }],
    ]);
    expect(state.journey).toBe('filed');
  });
});
