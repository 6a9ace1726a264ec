import { describe, expect, it } from 'vitest';
import { newDraftIdentity } from '../identity.js';
import { anyDraft, runLocalStoreSuite, typed } from '../testing/store-suite.js';
import { openLocalStore } from './open-local-store.js';
import type { LocalStore } from './local-store.js';

async function open(name = `test-${newDraftIdentity().id}`): Promise<LocalStore> {
  const store = await openLocalStore(name);
  if (store === undefined) throw new Error('This browser opens no IndexedDB.');
  return store;
}

runLocalStoreSuite('IndexedDB', () => open());

describe('what IndexedDB adds', () => {
  it('is still there for a page opened afterwards, bytes of files included', async () => {
    const name = `test-${newDraftIdentity().id}`;
    const draft = anyDraft();
    const before = await open(name);
    await before.create(draft);
    await before.append(draft.id, [typed('Zoé')], { device: 'A', at: draft.startedAt });
    await before.keepFile({
      draft: draft.id,
      piece: 'p',
      id: 'F',
      name: 'n',
      bytes: new Blob(['abc']),
    });
    before.close();
    const after = await open(name);
    expect(await after.entries(draft.id, 0)).toMatchObject([{ n: 1, value: 'Zoé' }]);
    expect(await (await after.files(draft.id))[0]?.bytes.text()).toBe('abc');
  });

  it('numbers without a gap or a clash when two connections append at once', async () => {
    const name = `test-${newDraftIdentity().id}`;
    const draft = anyDraft();
    const [one, two] = [await open(name), await open(name)];
    await one.create(draft);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        (n % 2 === 0 ? one : two).append(draft.id, [typed(`${n}`)], {
          device: `${n % 2}`,
          at: draft.startedAt,
        }),
      ),
    );
    const numbers = (await one.entries(draft.id, 0)).map((entry) => entry.n);
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  it('is durable well within 300 ms of the change', async () => {
    const store = await open();
    const draft = anyDraft();
    await store.create(draft);
    await store.append(draft.id, [typed('warm')], { device: 'A', at: draft.startedAt });
    const times: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const start = performance.now();
      await store.append(draft.id, [typed(`${n}`)], { device: 'A', at: draft.startedAt });
      times.push(performance.now() - start);
    }
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(300);
  });
});
