import { describe, expect, it } from 'vitest';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { libraryCard } from '../fixtures/library-card.js';
import type { Saved } from '../ports.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { memoryService } from '../testing/memory-service.js';
import { openSession } from './open-session.js';

const { plan, texts } = libraryCard;
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const identity = { id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' };
const expiresOn = '2027-12-31';
const lastDay = '2027-11-01';

/** A session with a service that can be taken away. */
function open(at: string) {
  const memory = memoryPorts(at);
  const service = memoryService('administration', memory.clock.now);
  const line = { isUp: false, holds: false };
  const told = new Set<(saved: Saved) => void>();
  const append: typeof memory.ports.drafts.append = async (changes) => ({
    ...(await memory.ports.drafts.append(changes)),
    service: line.holds,
  });
  const session = openSession(plan, texts, {
    draft: freshDraft(identity),
    ports: {
      ...memory.ports,
      drafts: { append, onSaved: (listener) => (told.add(listener), () => told.delete(listener)) },
      service: {
        ...service,
        file: async (filing) => (line.isUp ? service.file(filing) : { is: 'unreachable' }),
        fileOn: async (day, filing) =>
          line.isUp ? service.fileOn(day, filing) : { is: 'unreachable' },
      },
    },
    profile: 'administration',
    planHash: 'p',
    textsHash: 't',
  });
  session.answer('/card/reason', 'first');
  session.answer('/card/expiresOn', expiresOn);
  const catchUp = () => {
    line.holds = true;
    for (const listener of told) listener({ device: true, service: true, at: memory.clock.at });
  };
  const incidents = () => memory.log.filter(({ op }) => op === 'incident');
  return { ...memory, session, service, line, catchUp, incidents };
}

describe('a filing that nobody answered', () => {
  it('is written in the draft once per outage', async () => {
    const { session, clock, incidents, catchUp, line, log } = open('2027-11-01T21:00:00Z');
    await session.file();
    clock.at = '2027-11-01T22:00:00Z';
    await session.file();
    expect(incidents()).toMatchObject([{ what: 'unreachable', since: '2027-11-01T21:00:00.000Z' }]);
    catchUp();
    line.holds = false;
    clock.at = '2027-11-03T10:00:00Z';
    await session.file();
    expect(incidents()).toHaveLength(2);
    expect(foldDraft(freshDraft(identity), log).incidents).toMatchObject([
      { since: '2027-11-01T21:00:00.000Z' },
      { since: '2027-11-03T10:00:00.000Z' },
    ]);
  });

  it('goes along when filing succeeds, from the moment the button was pressed', async () => {
    const { session, service, clock, line } = open('2027-11-01T21:00:00Z');
    await session.file();
    clock.at = '2027-11-05T10:00:00Z';
    line.isUp = true;
    expect((await session.file()).is).toBe('filed');
    expect(service.filings[0]?.incidentSince).toBe('2027-11-01T21:00:00.000Z');
  });

  it('says nothing of lateness after the last day, when it began in time', async () => {
    const { session, clock } = open('2027-11-01T10:00:00Z');
    await session.file();
    expect(session.window()).toMatchObject({ state: 'in' });
    expect(session.window().sentences).toContain(`Noted ${lastDay}`);
    clock.at = '2027-11-05T10:00:00Z';
    session.answer('/person/birthName', 'Diallo');
    expect(session.window()).toMatchObject({ state: 'unknown', sentences: [`Tried ${lastDay}`] });
  });

  it('changes nothing when it began after the last day', async () => {
    const { session } = open('2027-11-05T10:00:00Z');
    await session.file();
    expect(session.window().state).toBe('after');
  });

  it('sends the first time in the window, not one before it opened', async () => {
    const { session, service, clock, line } = open('2027-08-01T10:00:00Z');
    await session.fileOn('2027-09-02');
    clock.at = '2027-10-01T10:00:00Z';
    line.holds = true;
    session.answer('/person/birthName', 'Diallo');
    await Promise.resolve().then(() => Promise.resolve());
    await session.file();
    line.isUp = true;
    await session.file();
    expect(service.filings[0]?.incidentSince).toBe('2027-10-01T10:00:00.000Z');
  });
});
