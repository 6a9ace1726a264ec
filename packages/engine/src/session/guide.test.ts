import type { Published } from '@guichet/procedure';
import { check } from '@guichet/procedure/check';
import { beforeAll, describe, expect, it } from 'vitest';
import { libraryCard } from '../fixtures/library-card.js';
import { compileWhichCard, whichCardFiles } from '../fixtures/which-card.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { draftFromLink } from '../links/draft-from-link.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { memoryService } from '../testing/memory-service.js';
import { readCase } from '../testing/procedure-case.js';
import { runCase } from '../testing/run-case.js';
import { openSession } from './open-session.js';

const now = '2027-02-23T10:00:00+01:00';
let guide: Published;
let files: Readonly<Record<string, string>>;
beforeAll(async () => {
  guide = await compileWhichCard();
  ({ files } = await whichCardFiles());
});

function open() {
  const procedure = { id: guide.id, version: guide.version, planHash: guide.planHash };
  const service = memoryService('administration', () => new Date(now));
  const { ports } = memoryPorts(now, { service });
  const texts = guide.texts['fr'];
  if (!texts) throw new Error('The guide speaks no French.');
  const draft = freshDraft({ id: 'D', key: 'K', procedure, startedAt: now });
  const options = { draft, ports, planHash: guide.planHash, textsHash: texts.hash };
  return { session: openSession(guide.plan, texts.bundle, options), service };
}

describe('a procedure without filing', () => {
  it('has nothing for check to say', async () => {
    expect(await check(await whichCardFiles())).toEqual([]);
  });

  it.each(['a-card-here', 'another-town', 'not-known'])('case %s', async (name) => {
    const run = await runCase(guide, readCase(files, `which-card/cases/${name}.json`));
    expect(run.differences).toEqual([]);
  });

  it('says that it is a guide, gives no reason for keeping answers, and cannot send', () => {
    const { session } = open();
    expect(session.guide).toBe(true);
    expect(session.canSend).toBe(false);
    expect(session.privacy).toBeUndefined();
  });

  it('refuses to file, to amend and to plan a filing, and sends nothing', async () => {
    const { session, service } = open();
    const refusal = { is: 'refused', code: 'guide' };
    expect(await session.file()).toMatchObject(refusal);
    expect(await session.amend('')).toMatchObject(refusal);
    expect(await session.fileOn('2027-03-01')).toMatchObject(refusal);
    expect(await session.fileOn(null)).toMatchObject(refusal);
    expect(service.filings).toEqual([]);
    expect(service.scheduled).toBeNull();
  });

  it('ends at an exit: nothing follows, and going on stays there', () => {
    const { session } = open();
    session.answer('/card/reason', 'lost');
    session.next();
    session.answer('/town', 'here');
    session.next();
    expect(session.step()).toMatchObject({ id: 'card', kind: 'exit', isEnd: true });
    expect(session.next().size).toBe(0);
    expect(session.step().id).toBe('card');
  });

  it('gives the answers that go along, with which a draft of the other procedure begins', () => {
    const { session } = open();
    session.answer('/card/reason', 'lost');
    expect(session.carried().answers).toEqual({});
    session.next();
    session.answer('/town', 'here');
    session.next();
    const carried = session.carried();
    expect(carried.answers).toEqual({ '/card/reason': 'lost' });
    expect(carried.marks['/card/reason']).toMatchObject({ is: 'taken', from: 'which-card' });
    const procedure = { id: libraryCard.plan.id, version: libraryCard.plan.version, planHash: 'p' };
    const draft = draftFromLink(libraryCard.plan, carried, {
      id: 'E',
      key: 'L',
      procedure,
      startedAt: now,
    });
    const { ports } = memoryPorts(now);
    const options = { draft, ports, planHash: 'p', textsHash: 't' };
    const other = openSession(libraryCard.plan, libraryCard.texts, options);
    expect(other.field('/card/reason').value).toBe('lost');
    expect(other.field('/card/reason').mark?.is).toBe('taken');
  });
});
