import { describe, expect, it } from 'vitest';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { libraryCard } from '../fixtures/library-card.js';
import type { Ports } from '../ports.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { memoryService } from '../testing/memory-service.js';
import { openSession } from './open-session.js';
import type { Session } from './views.js';

const { plan, texts } = libraryCard;
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const identity = { id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' };

function open(more: Partial<Ports> = {}) {
  const memory = memoryPorts('2026-11-23T10:00:00+01:00');
  const service = memoryService('administration', memory.clock.now);
  const session = openSession(plan, texts, {
    draft: freshDraft(identity),
    ports: { ...memory.ports, service, ...more },
    profile: 'administration',
    planHash: 'p',
    textsHash: 't',
  });
  return { session, service, ...memory };
}

const turn = async () => {
  for (let i = 0; i < 8; i++) await Promise.resolve();
};

function fill(session: Session): void {
  session.answer('/person/birthName', ' Trần ');
  session.answer('/person/birth', '1998');
  session.answer('/card/reason', 'first');
  session.answer('/home/postCode', '75 011');
  session.answer('/home/situation', 'tenant');
}

describe('filing', () => {
  it('files once however often it is pressed', async () => {
    const { session, service } = open();
    fill(session);
    const [first, second] = await Promise.all([session.file(), session.file()]);
    expect(first).toBe(second);
    expect(first.is).toBe('filed');
    expect((await session.file()).is).toBe('filed');
    expect(service.filings).toHaveLength(1);
    expect(service.filings[0]?.version.answers).toEqual({
      person: { birthName: 'Trần', birth: '1998' },
      card: { reason: 'first' },
      home: { postCode: '75011', situation: 'tenant' },
    });
  });

  it('says which words the person last saw, and in which language', async () => {
    const memory = memoryPorts('2026-11-23T10:00:00+01:00');
    const service = memoryService('administration', memory.clock.now);
    const session = openSession(plan, texts, {
      draft: freshDraft(identity),
      ports: { ...memory.ports, service },
      profile: 'administration',
      planHash: 'p',
      textsHash: 'aa',
      textsHashes: { [texts.lang]: 'aa', fr: 'bb' },
    });
    fill(session);
    session.setTexts({ ...texts, lang: 'fr' });
    await session.file();
    session.answer('/person/birthName', 'Nguyễn');
    session.setTexts(texts);
    await session.amend('');
    session.answer('/person/birthName', 'Trần');
    session.setTexts({ ...texts, lang: 'ar' });
    await session.amend('');
    expect(service.filings.map(({ lang, textsHash }) => [lang, textsHash])).toEqual([
      ['fr', 'bb'],
      [texts.lang, 'aa'],
      ['ar', ''],
    ]);
  });

  it('stops only on what stops, and lists what is missing', async () => {
    const { session } = open();
    session.answer('/home/postCode', '7501');
    const outcome = await session.file();
    expect(outcome).toMatchObject({
      is: 'issues',
      issues: [
        { pointer: '/card/reason', code: 'required', step: 'card' },
        { pointer: '/home/postCode', code: 'format', step: 'home' },
      ],
    });
    session.answer('/card/reason', 'first');
    session.answer('/home/postCode', '38000');
    expect((await session.file()).is).toBe('filed');
    expect(session.review().toComplete.map(({ pointer }) => pointer)).toEqual([
      '/person/birthName',
      '/person/birth',
      '/home/situation',
    ]);
  });

  it('offers the difference as an amendment after a change', async () => {
    const { session, service } = open();
    fill(session);
    await session.file();
    session.answer('/home/situation', 'owner');
    const again = await session.file();
    expect(again).toMatchObject({
      is: 'already-filed',
      difference: {
        base: 1,
        changes: [{ op: 'set', pointer: '/home/situation', from: 'tenant', to: 'owner' }],
      },
    });
    expect((await session.amend('I moved.')).is).toBe('amended');
    expect(service.filings).toHaveLength(2);
    expect(session.filed?.version).toBe(2);
  });

  it('keeps everything when the service is not reached', async () => {
    const unreachable = { is: 'unreachable' } as const;
    const { session, service } = open();
    const away = open({
      service: { ...service, file: () => Promise.resolve(unreachable) },
    }).session;
    fill(away);
    expect(await away.file()).toEqual(unreachable);
    expect(away.filed).toBeUndefined();
    expect(away.field('/person/birthName').value).toBe('Trần');
    fill(session);
    expect((await session.file()).is).toBe('filed');
  });

  it('draws the issues of the service until their pointer is answered', async () => {
    const memory = memoryPorts('2026-11-23T10:00:00+01:00');
    const base = memoryService('administration', memory.clock.now);
    const issues = [{ pointer: '/person/birthName', code: 'format', params: {} }];
    const { session } = open({
      service: { ...base, file: () => Promise.resolve({ is: 'issues', issues }) },
    });
    fill(session);
    expect((await session.file()).is).toBe('issues');
    expect(session.field('/person/birthName').issue).toMatchObject({ source: 'server' });
    session.answer('/person/birthName', 'Tran');
    expect(session.field('/person/birthName').issue).toBeUndefined();
  });

  it('does not file before the window opens: it offers the day', async () => {
    const { session, service } = open();
    fill(session);
    session.answer('/card/expiresOn', '2027-12-31');
    expect(session.window()).toMatchObject({ state: 'before', fileOn: '2027-09-02' });
    expect(await session.file()).toMatchObject({ is: 'refused', code: 'window-not-open' });
    expect(await session.fileOn('2027-09-02')).toEqual({ is: 'scheduled', on: '2027-09-02' });
    expect(service.scheduled).toBe('2027-09-02');
    expect(await session.fileOn(null)).toEqual({ is: 'scheduled', on: null });
  });

  it('prepares under a third party before the window opens, and offers no day to file on', async () => {
    const memory = memoryPorts('2026-11-23T10:00:00+01:00');
    const service = memoryService('third-party', memory.clock.now);
    const session = openSession(plan, texts, {
      draft: freshDraft(identity),
      ports: { ...memory.ports, service },
      profile: 'third-party',
      planHash: 'p',
      textsHash: 't',
    });
    fill(session);
    session.answer('/card/expiresOn', '2027-12-31');
    expect(session.window()).toMatchObject({ state: 'before', fileOn: undefined });
    expect((await session.file()).is).toBe('prepared');
  });

  it('marks all that is left with one reason', () => {
    const { session } = open();
    session.answer('/card/reason', 'stolen');
    session.markRest({ is: 'awaited', why: 'on its way' });
    expect(session.review().toComplete).toEqual([]);
    expect(session.field('/card/reportNumber').mark).toMatchObject({ is: 'awaited' });
  });

  it('cannot mark what may not be left out', () => {
    const { session } = open();
    expect(session.mark('/card/reason', { is: 'unknown' }).size).toBe(0);
    expect(session.field('/card/reason').mayBeUnknown).toBe(false);
  });

  it('changes nothing when it is read-only', async () => {
    const { ports } = memoryPorts('2026-11-23T10:00:00+01:00');
    const draft = { ...freshDraft(identity), answers: { '/person/birthName': 'Awa' } };
    const session = openSession(plan, texts, {
      ...{ draft, ports, planHash: 'p', textsHash: 't' },
      readOnly: true,
    });
    expect(session.answer('/person/birthName', 'Other').size).toBe(0);
    expect(session.field('/person/birthName').value).toBe('Awa');
    session.next();
    expect(session.step().id).toBe('card');
    expect(await session.file()).toMatchObject({ is: 'refused', code: 'read-only' });
  });
});

describe('pieces', () => {
  const pdf = (name: string, size = 10) => ({ name, size, type: '' });

  it('refuses one file and loses nothing else', async () => {
    const { session } = open();
    session.attach('identity', [
      pdf('a.pdf'),
      pdf('b.exe'),
      pdf('c.pdf', 2_000_000),
      pdf('d.pdf', 0),
    ]);
    expect(session.piece('identity').files.map(({ name }) => name)).toEqual(['a.pdf']);
    expect(session.piece('identity').issue?.code).toBe('file-empty');
    await turn();
    expect(session.piece('identity').files[0]).toMatchObject({ state: 'stored', progress: 1 });
    session.attach('identity', [pdf('e.pdf')]);
    expect(session.piece('identity').issue).toBeUndefined();
    session.attach('identity', [pdf('f.pdf')]);
    expect(session.piece('identity').issue?.code).toBe('too-many-files');
  });

  it('sends again until the service has it, also after a reload', async () => {
    const waiting: (() => void)[] = [];
    let isAway = true;
    const memory = memoryPorts('2026-11-23T10:00:00+01:00');
    const base = memoryService('administration', memory.clock.now);
    const later = (run: () => void) => {
      waiting.push(run);
      return () => undefined;
    };
    const putPiece: typeof base.putPiece = (piece, file, source, onProgress) =>
      isAway
        ? Promise.resolve({ ...file, state: 'refused', problem: 'upload-failed' })
        : base.putPiece(piece, file, source, onProgress);
    const ports = { ...memory.ports, later, service: { ...base, putPiece } };
    const options = { ports, planHash: 'p', textsHash: 't' };
    const session = openSession(plan, texts, { ...options, draft: freshDraft(identity) });
    session.attach('identity', [pdf('a.pdf')]);
    await turn();
    expect(session.piece('identity').files[0]?.state).toBe('chosen');
    isAway = false;
    for (const run of waiting.splice(0)) run();
    await turn();
    expect(session.piece('identity').files[0]?.state).toBe('stored');

    isAway = true;
    session.attach('identity', [pdf('b.pdf')]);
    await turn();
    isAway = false;
    const draft = foldDraft(freshDraft(identity), memory.log);
    const restored = openSession(plan, texts, { ...options, draft });
    await turn();
    expect(restored.piece('identity').files.map(({ state }) => state)).toEqual([
      'stored',
      'stored',
    ]);
  });

  it('are listed as may be asked while what decides is unknown, and a mark never stops', () => {
    const { session } = open();
    expect(session.piece('hostProof').asked).toBe('may');
    session.answer('/home/situation', 'hosted');
    expect(session.piece('hostProof').asked).toBe('yes');
    session.markPiece('hostProof', { is: 'awaited', from: 'host' });
    expect(session.piece('hostProof').mark).toMatchObject({ is: 'awaited', from: 'host' });
  });
});

describe('saving', () => {
  it('loses no change while another is on its way, and says the truth', async () => {
    const sent: string[][] = [];
    const answers: (() => void)[] = [];
    const { session } = open({
      drafts: {
        append: (changes) =>
          new Promise((resolve) => {
            sent.push(changes.map((one) => ('value' in one ? String(one.value) : one.op)));
            answers.push(() =>
              resolve({ device: true, service: false, at: '2026-11-23T09:00:00Z' }),
            );
          }),
        onSaved: () => () => undefined,
      },
    });
    session.answer('/person/birthName', 'A');
    session.answer('/person/birthName', 'Aw');
    session.answer('/person/birthName', 'Awa');
    session.answer('/home/postCode', '75011');
    expect(session.save().state).toBe('saving');
    answers[0]?.();
    await turn();
    expect(sent).toEqual([['A'], ['Awa', '75011']]);
    answers[1]?.();
    await turn();
    expect(session.save()).toMatchObject({ state: 'saved', device: true, service: false });
    expect(session.save().sentence).toBe('Saved on this device at 10:00 AM');
  });

  it('tries again what failed, in order', async () => {
    const waiting: (() => void)[] = [];
    const log: string[] = [];
    let isBroken = true;
    const { session } = open({
      later: (run) => {
        waiting.push(run);
        return () => undefined;
      },
      drafts: {
        append: (changes) => {
          if (isBroken) return Promise.reject(new Error('full'));
          log.push(...changes.map((one) => ('value' in one ? String(one.value) : one.op)));
          return Promise.resolve({ device: true, service: false, at: '2026-11-23T09:00:00Z' });
        },
        onSaved: () => () => undefined,
      },
    });
    session.answer('/person/birthName', 'A');
    await turn();
    expect(session.save().state).toBe('nowhere');
    isBroken = false;
    session.answer('/home/postCode', '75011');
    await turn();
    expect(log).toEqual(['A', '75011']);
    for (const run of waiting.splice(0)) run();
    await turn();
    expect(log).toEqual(['A', '75011']);
  });
});

describe('words and time', () => {
  it('moves to the next day while the page stays open', () => {
    const waiting: (() => void)[] = [];
    const { session, clock } = open({
      later: (run) => {
        waiting.push(run);
        return () => undefined;
      },
    });
    session.answer('/person/birth', '2008-11-24');
    expect(session.field('/guardian/name').shown).toBe(true);
    clock.at = '2026-11-24T00:00:01+01:00';
    waiting[0]?.();
    expect(session.today()).toBe('2026-11-24');
    expect(session.field('/guardian/name').shown).toBe(false);
  });

  it('shows no new fault while typing, clears a shown one at once', () => {
    const { session } = open();
    session.answer('/home/postCode', '7');
    expect(session.field('/home/postCode').issue).toBeUndefined();
    session.leave('/home/postCode');
    expect(session.field('/home/postCode').issue?.code).toBe('format');
    session.answer('/home/postCode', '75011');
    expect(session.field('/home/postCode').issue).toBeUndefined();
    session.answer('/home/postCode', '7501');
    expect(session.field('/home/postCode').issue).toBeUndefined();
  });

  it('keeps what cannot be read, as typed', () => {
    const { session } = open();
    session.answer('/card/expiresOn', { year: '2027', month: '2', day: '31' });
    session.leave('/card/expiresOn');
    expect(session.field('/card/expiresOn')).toMatchObject({
      value: '2027-02-31',
      raw: { year: '2027', month: '2', day: '31' },
      issue: { code: 'format', message: '“End of the present card”: write a date that exists.' },
    });
    session.answer('/home/rent', 'about 500');
    expect(session.field('/home/rent').value).toBe('about 500');
    session.answer('/home/rent', '٦١٥,٥');
    expect(session.field('/home/rent').value).toBe(61550);
  });
});

describe('a page without a service', () => {
  it('keeps files on the device, drops what is taken away, and says that nothing can be sent', async () => {
    const kept: string[] = [];
    const { ports } = memoryPorts('2026-11-23T10:00:00+01:00', {
      files: {
        keep: (piece, { name, size }) => {
          const hasRoom = size < 1000;
          if (hasRoom) kept.push(`${piece}/${name}`);
          return Promise.resolve(hasRoom);
        },
        drop: (piece) => Promise.resolve(void kept.splice(0, kept.length, `no ${piece}`)),
      },
    });
    const options = { draft: freshDraft(identity), ports, planHash: 'p', textsHash: 't' };
    const session = openSession(plan, texts, options);
    const piece = Object.keys(plan.pieces)[0] ?? '';
    expect(session.canSend).toBe(false);
    session.attach(piece, [{ name: 'a.pdf', size: 10, type: 'application/pdf' }]);
    await turn();
    expect(kept).toEqual([`${piece}/a.pdf`]);
    expect(session.piece(piece).files[0]).toMatchObject({ name: 'a.pdf', state: 'chosen' });
    session.detach(piece, session.piece(piece).files[0]?.id ?? '');
    await turn();
    expect(kept).toEqual([`no ${piece}`]);
    session.attach(piece, [{ name: 'b.pdf', size: 5000, type: 'application/pdf' }]);
    await turn();
    expect(session.piece(piece)).toMatchObject({
      files: [{ name: 'b.pdf', state: 'refused' }],
      issue: { code: 'file-not-kept' },
    });
  });
});
