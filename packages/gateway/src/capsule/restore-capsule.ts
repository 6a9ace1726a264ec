import type { LocalStore } from '../store/local-store.js';
import type { CapsuleContent } from './capsule.js';

/**
 * Puts a draft back on a device. What the device holds of it stays, entries beyond it are added: a
 * capsule that is older than the draft takes nothing back.
 */
export async function restoreCapsule(store: LocalStore, content: CapsuleContent): Promise<void> {
  const { identity, procedure, startedAt, api, entries, files } = content;
  await store.create({ ...identity, procedure, startedAt, api });
  await store.restore(identity.id, entries);
  for (const file of files) await store.keepFile({ draft: identity.id, ...file });
}
