import { doubtOf } from '@guichet/procedure/doubts';
import type { Published } from '@guichet/procedure';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileStudent } from '../../fixtures/student.js';
import { freshDraft } from '../../draft/fresh-draft.js';
import { memoryPorts } from '../../testing/memory-ports.js';
import { openSession } from '../open-session.js';
import type { Session } from '../views.js';

const at = '/currentPermit/foreignerNumber';
let published: Published;
beforeAll(async () => {
  published = await compileStudent();
});

function open(doubts: (format: string, value: string) => Promise<string | undefined>): Session {
  const { id, version, planHash, plan, texts } = published;
  const procedure = { id, version, planHash };
  const draft = freshDraft({ id: 'D1', key: 'K1', procedure, startedAt: '2027-03-10T09:00:00Z' });
  const fr = texts['fr'];
  if (!fr) throw new Error('no French words');
  return openSession(plan, fr.bundle, {
    draft,
    ports: memoryPorts('2027-03-10T09:00:00Z', { doubts }).ports,
    planHash,
    textsHash: fr.hash,
  });
}

const settled = () => new Promise((done) => setTimeout(done, 20));

describe('a doubt about an answer', () => {
  it('is said beside it once the field is left, and stops nothing', async () => {
    const session = open((format, value) => doubtOf(format, value));
    const told: string[] = [];
    session.subscribe((changed) => told.push(...changed));
    session.answer(at, '991234567');
    expect(session.field(at).advice).toEqual([]);
    session.leave(at);
    await settled();
    expect(session.field(at).advice).toEqual([expect.stringContaining('Relisez-le')]);
    expect(session.field(at).issue).toBeUndefined();
    expect(told).toContain(at);
  });

  it('goes when the answer changes, and is not asked twice about one text', async () => {
    let asked = 0;
    const session = open((format, value) => {
      asked += 1;
      return doubtOf(format, value);
    });
    session.answer(at, '991234567');
    session.leave(at);
    await settled();
    session.leave(at);
    expect(asked).toBe(1);
    session.answer(at, '9912345678');
    expect(session.field(at).advice).toEqual([]);
  });

  it('says nothing when nobody can tell', async () => {
    const session = open(() => Promise.reject(new Error('no network')));
    session.answer(at, '991234567');
    session.leave(at);
    await settled();
    expect(session.field(at).advice).toEqual([]);
  });
});
