import type { DraftEntry } from '@guichet/engine';
import { sealCapsule } from '@guichet/gateway/capsule';
import type { FoundDraft } from './find-draft.js';
import type { FormContext } from './form-context.js';
import { showCode } from './show-code.js';

/** The whole draft as one sealed file; its code is shown to the person, once. */
export async function makeCapsule(
  { api, store, procedure }: FormContext,
  { identity, born }: FoundDraft,
  entries: readonly DraftEntry[],
): Promise<Blob> {
  const files = (await store?.files(identity.id).catch(() => [])) ?? [];
  const { file, code } = await sealCapsule({ identity, ...born, api, entries, files });
  showCode(code, procedure.texts);
  return file;
}
