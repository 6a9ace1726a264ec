import type { DraftEntry } from '@guichet/engine';
import { expect, it } from 'vitest';
import type { Answer } from '../gateway.js';
import { newDraftIdentity } from '../identity.js';
import { openLocalStore } from '../store/open-local-store.js';
import type { LocalStore } from '../store/local-store.js';
import { anyDraft, typed } from '../testing/store-suite.js';
import type { EntriesAnswer } from '../wire.js';
import { openDraftLog } from './open-draft-log.js';

async function twoPages(): Promise<{ one: LocalStore; two: LocalStore; draft: string }> {
  const name = `test-${newDraftIdentity().id}`;
  const [one, two] = [await openLocalStore(name), await openLocalStore(name)];
  if (one === undefined || two === undefined) throw new Error('This browser opens no IndexedDB.');
  const draft = anyDraft();
  await one.create(draft);
  return { one, two, draft: draft.id };
}
function remote(): {
  held: DraftEntry[];
  askedBy: string[];
  for(page: string): {
    appendEntries(entries: readonly DraftEntry[]): Promise<Answer<EntriesAnswer>>;
  };
} {
  const held: DraftEntry[] = [];
  const askedBy: string[] = [];
  return {
    held,
    askedBy,
    for: (page) => ({
      async appendEntries(entries) {
        askedBy.push(page);
        held.push(...entries.filter((entry) => entry.n > (held.at(-1)?.n ?? 0)));
        return { is: 'ok', value: { n: held.at(-1)?.n ?? 0, savedAt: '' } };
      },
    }),
  };
}
async function until(is: () => boolean): Promise<void> {
  for (const start = performance.now(); !is();) {
    if (performance.now() - start > 5000) throw new Error('waited 5 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('tells a second page what the first one types, and the reverse', async () => {
  const { one, two, draft } = await twoPages();
  const first = await openDraftLog({ store: one, draft });
  const second = await openDraftLog({ store: two, draft });
  const told: Record<string, unknown[]> = { first: [], second: [] };
  first.onEntries((entries) =>
    told['first']?.push(...entries.map((entry) => 'value' in entry && entry.value)),
  );
  second.onEntries((entries) =>
    told['second']?.push(...entries.map((entry) => 'value' in entry && entry.value)),
  );
  await first.append([typed('A')]);
  await until(() => told['second']?.length === 1);
  await second.append([typed('B')]);
  await until(() => told['first']?.length === 1);
  expect(told).toEqual({ first: ['B'], second: ['A'] });
  first.close();
  second.close();
});

it('loses nothing when two pages type at once, and only one talks to the service', async () => {
  const { one, two, draft } = await twoPages();
  const service = remote();
  const first = await openDraftLog({ store: one, draft, gateway: service.for('first') });
  const second = await openDraftLog({ store: two, draft, gateway: service.for('second') });
  await Promise.all(
    Array.from({ length: 40 }, (_, n) => (n % 2 ? first : second).append([typed(`${n}`)])),
  );
  await until(() => service.held.length === 40);
  expect(service.held.map((entry) => entry.n)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  expect(new Set(service.askedBy).size).toBe(1);
  await until(() => second.saved().service && first.saved().service);
  first.close();
  second.close();
});

it('hands the talking on when the page that did it goes', async () => {
  const { one, two, draft } = await twoPages();
  const service = remote();
  const first = await openDraftLog({ store: one, draft, gateway: service.for('first') });
  const second = await openDraftLog({ store: two, draft, gateway: service.for('second') });
  await first.append([typed('A')]);
  await until(() => service.held.length === 1);
  first.close();
  await second.append([typed('B')]);
  await until(() => service.held.length === 2);
  expect(service.askedBy.at(-1)).toBe('second');
  second.close();
});
