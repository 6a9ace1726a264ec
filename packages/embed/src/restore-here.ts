import { foldDraft, freshDraft } from '@guichet/engine/form';
import { memoryStore, type LocalStore } from '@guichet/gateway';
import {
  openCapsule,
  procedureOfCapsule,
  restoreCapsule,
  type CapsuleContent,
  type WhyClosed,
} from '@guichet/gateway/capsule';
import { findDraft, type FoundDraft } from './find-draft.js';
import type { FormContext } from './form-context.js';

/** A draft that came back from a file, with what it is to be opened in. */
export interface RestoredDraft {
  readonly context: FormContext;
  readonly found: FoundDraft;
}

/**
 * Brings the draft of a downloaded file back to the form that is open: on this device, or in this page
 * alone where the device keeps nothing. Answers why not when it cannot be.
 */
export async function restoreHere(
  context: FormContext,
  file: Blob,
  code: string,
): Promise<RestoredDraft | WhyClosed | 'other-procedure'> {
  const about = await procedureOfCapsule(file);
  if (about === undefined) return 'no-capsule';
  if (about !== context.procedure.meta.id) return 'other-procedure';
  const opened = await openCapsule(file, code);
  if (opened.is === 'closed') return opened.why;
  // The service of this page is the one that will keep it, and that it can be filed with.
  const content = { ...opened.content, api: context.api };
  const isKept = await keep(context.store, content);
  return isKept ? onDevice(context, content) : inThisPage(context, content);
}

async function keep(store: LocalStore | undefined, content: CapsuleContent): Promise<boolean> {
  if (store === undefined) return false;
  return restoreCapsule(store, content).then(
    () => true,
    () => false,
  );
}

async function onDevice(context: FormContext, content: CapsuleContent): Promise<RestoredDraft> {
  return { context, found: await findDraft(context, content.identity.id) };
}

/** Its files are held in memory, so that they can still be sent. */
async function inThisPage(context: FormContext, content: CapsuleContent): Promise<RestoredDraft> {
  const { identity, procedure, startedAt, entries } = content;
  const store = memoryStore();
  await restoreCapsule(store, content);
  const fresh = freshDraft({ id: identity.id, key: identity.key, procedure, startedAt });
  const found: FoundDraft = {
    identity,
    born: { procedure, startedAt },
    draft: foldDraft(fresh, entries),
    filed: undefined,
    isKept: false,
    entries,
  };
  return { context: { ...context, store }, found };
}
