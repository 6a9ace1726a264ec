import type { DraftEntry, Saved } from '@guichet/engine';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../gateway.js';
import { memoryStore } from '../store/memory-store.js';
import type { LocalStore } from '../store/local-store.js';
import { anyDraft, typed } from '../testing/store-suite.js';
import type { EntriesAnswer } from '../wire.js';
import { openDraftLog } from './open-draft-log.js';

/** A service's log that can be taken away and brought back. */
function remoteLog(): {
  up: boolean;
  asked: number;
  held: DraftEntry[];
  appendEntries(entries: readonly DraftEntry[]): Promise<Answer<EntriesAnswer>>;
} {
  return {
    up: true,
    asked: 0,
    held: [],
    async appendEntries(entries) {
      this.asked += 1;
      if (!this.up) return { is: 'unreachable' };
      this.held.push(...entries.filter((entry) => entry.n > (this.held.at(-1)?.n ?? 0)));
      return { is: 'ok', value: { n: this.held.at(-1)?.n ?? 0, savedAt: '2026-11-23T09:00:00Z' } };
    },
  };
}
async function stored(): Promise<{ store: LocalStore; draft: string }> {
  const store = memoryStore();
  const draft = anyDraft();
  await store.create(draft);
  return { store, draft: draft.id };
}
/** A store on a disk that is full. */
function full(store: LocalStore): LocalStore {
  return { ...store, append: () => Promise.reject(new DOMException('', 'QuotaExceededError')) };
}

describe('the draft log', () => {
  it('keeps what a capsule brought where no device does, and takes it to the service', async () => {
    const remote = remoteLog();
    const by = { device: 'A', at: '2026-11-23T08:00:00.000Z' };
    const entries = [
      { n: 1, ...by, ...typed('A') },
      { n: 2, ...by, ...typed('B') },
    ];
    const log = await openDraftLog({ draft: anyDraft().id, gateway: remote, entries });
    await log.append([typed('C')]);
    await log.settled();
    expect((await log.entries()).map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(remote.held.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(log.saved()).toMatchObject({ device: false, service: true });
    log.close();
  });

  it('is on this device first, then with the service, and tells both', async () => {
    const remote = remoteLog();
    const log = await openDraftLog({ ...(await stored()), gateway: remote });
    const told: Saved[] = [];
    log.onSaved((saved) => told.push(saved));
    expect(await log.append([typed('A')])).toMatchObject({ device: true });
    await log.settled();
    expect(log.saved()).toMatchObject({ device: true, service: true });
    expect(told.at(-1)).toMatchObject({ device: true, service: true });
    expect(remote.held.map((entry) => entry.n)).toEqual([1]);
    log.close();
  });

  it('says device only while the service is away, and catches up in order when it is back', async () => {
    const remote = remoteLog();
    remote.up = false;
    const log = await openDraftLog({ ...(await stored()), gateway: remote, retryAfter: [20] });
    for (const letter of 'ABC')
      expect(await log.append([typed(letter)])).toMatchObject({ device: true });
    await log.settled();
    expect(log.saved()).toMatchObject({ device: true, service: false });
    remote.up = true;
    await new Promise<void>((resolve) => log.onSaved((saved) => saved.service && resolve()));
    expect(remote.held.map((entry) => ('value' in entry ? entry.value : ''))).toEqual([
      'A',
      'B',
      'C',
    ]);
    log.close();
  });

  it('does not knock at every key while the service is away', async () => {
    const remote = remoteLog();
    remote.up = false;
    const log = await openDraftLog({ ...(await stored()), gateway: remote, retryAfter: [60_000] });
    for (let n = 0; n < 20; n += 1) await log.append([typed(`${n}`)]);
    expect(remote.asked).toBeLessThan(3);
    log.close();
  });

  it('says service only when this device keeps nothing', async () => {
    const remote = remoteLog();
    const log = await openDraftLog({ draft: 'D', gateway: remote });
    expect(await log.append([typed('A')])).toMatchObject({ device: false, service: true });
    expect(remote.held).toHaveLength(1);
    log.close();
  });

  it('says nowhere at once when neither place takes it, and keeps it for when one does', async () => {
    const { store, draft } = await stored();
    const remote = remoteLog();
    remote.up = false;
    const log = await openDraftLog({
      store: full(store),
      draft,
      gateway: remote,
      retryAfter: [20],
    });
    expect(await log.append([typed('A')])).toMatchObject({ device: false, service: false });
    remote.up = true;
    await new Promise<void>((resolve) => log.onSaved((saved) => saved.service && resolve()));
    expect(remote.held).toMatchObject([{ n: 1, value: 'A' }]);
    log.close();
  });

  it('says nowhere when there is neither store nor service', async () => {
    const log = await openDraftLog({ draft: 'D' });
    expect(await log.append([typed('A')])).toMatchObject({ device: false, service: false });
    log.close();
  });

  it('sends at the next opening what the last page could not', async () => {
    const { store, draft } = await stored();
    const remote = remoteLog();
    const before = await openDraftLog({ store, draft });
    await before.append([typed('A'), typed('B')]);
    before.close();
    const after = await openDraftLog({ store, draft, gateway: remote });
    await after.settled();
    expect(remote.held).toHaveLength(2);
    after.close();
  });

  it('keeps the order of what is appended without waiting', async () => {
    const { store, draft } = await stored();
    const log = await openDraftLog({ store, draft });
    await Promise.all(Array.from({ length: 50 }, (_, n) => log.append([typed(`${n}`)])));
    const values = (await store.entries(draft, 0)).map((entry) =>
      'value' in entry ? entry.value : '',
    );
    expect(values).toEqual(Array.from({ length: 50 }, (_, n) => `${n}`));
    log.close();
  });
});

it('tells a page that opens where the last one left everything, before any key', async () => {
  const { store, draft } = await stored();
  const before = await openDraftLog({ store, draft });
  await before.append([typed('A')]);
  before.close();
  const after = await openDraftLog({ store, draft });
  const told = await new Promise<Saved>((resolve) => after.onSaved(resolve));
  expect(told).toMatchObject({ device: true, at: (await store.draft(draft))?.touchedAt });
  after.close();
});
