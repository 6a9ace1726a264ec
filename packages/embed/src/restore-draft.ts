import { openLocalStore } from '@guichet/gateway';
import { openCapsule, restoreCapsule, type WhyClosed } from '@guichet/gateway/capsule';

/**
 * Puts the draft of a capsule back on this device, so that the form goes on with it at its next
 * opening. Answers why not when it cannot be: nothing a person did wrong is thrown.
 */
export async function restoreDraft(
  file: Blob,
  code: string,
): Promise<'restored' | WhyClosed | 'nothing-is-kept-here'> {
  const opened = await openCapsule(file, code);
  if (opened.is === 'closed') return opened.why;
  const store = await openLocalStore();
  if (store === undefined) return 'nothing-is-kept-here';
  await restoreCapsule(store, opened.content);
  store.close();
  return 'restored';
}
