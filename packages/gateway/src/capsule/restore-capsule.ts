import type { DraftChange } from '@guichet/engine';
import { randomCode } from '../identity.js';
import type { LocalStore } from '../store/local-store.js';
import type { CapsuleContent } from './capsule.js';

/**
 * Puts a draft back on a device. What the device holds of it stays, entries beyond it are added: a
 * capsule that is older than the draft takes nothing back. It is then the draft touched last, which a
 * form opens, whatever was begun meanwhile.
 */
export async function restoreCapsule(store: LocalStore, content: CapsuleContent): Promise<void> {
  const { identity, procedure, startedAt, api, entries, files } = content;
  await store.create({ ...identity, procedure, startedAt, api });
  await store.restore(identity.id, entries);
  for (const file of files) await store.keepFile({ draft: identity.id, ...file });
  await touch(store, identity.id);
}

/** Says the last thing said once more, which changes nothing but the time. */
async function touch(store: LocalStore, id: string): Promise<void> {
  const last = (await store.entries(id, 0)).findLast(({ op }) => op !== 'incident');
  if (last === undefined) return;
  const own = new Set(['n', 'at', 'device']);
  const change = Object.fromEntries(Object.entries(last).filter(([name]) => !own.has(name)));
  const by = { device: randomCode(10), at: new Date().toISOString() };
  await store.append(id, [change as DraftChange], by);
}
