import type { Draft, DraftChange, DraftEntry } from '@guichet/engine';
import { foldDraft, freshDraft } from '@guichet/engine/form';
import {
  newDraftIdentity,
  type DraftIdentity,
  type LocalStore,
  type StoredReceipt,
} from '@guichet/gateway';
import type { FormContext } from './form-context.js';

/** A draft ready to be opened, with its secrets. */
export interface FoundDraft {
  readonly identity: DraftIdentity;
  /** As it was born: how the service knows it. */
  readonly born: Pick<Draft, 'procedure' | 'startedAt'>;
  readonly draft: Draft;
  /** The last receipt, when it was filed from this device. */
  readonly filed: StoredReceipt | undefined;
  /** It was filed while no page was there, and nobody was told yet. */
  readonly isNews?: boolean;
  /** This device holds it. */
  readonly isKept: boolean;
  /** Its log, where this device does not hold it. */
  readonly entries?: readonly DraftEntry[];
  /** What it begins with, and its log does not hold yet. */
  readonly begun?: readonly DraftChange[];
}

/** The draft that `wanted` names, by its own id or by that of the dossier it became, else the one last touched on this device, filed or not, else a fresh one. */
export async function findDraft(context: FormContext, wanted?: string): Promise<FoundDraft> {
  const { store, procedure, api } = context;
  const all = (await store?.drafts(procedure.meta.id).catch(() => [])) ?? [];
  const mine = all.filter((draft) => draft.api === api);
  const dossier = wanted && (await store?.receiptOf(wanted).catch(() => undefined));
  const id = dossier ? dossier.draft : wanted;
  const found = mine.find((draft) => draft.id === id) ?? mine[0];
  if (store === undefined || found === undefined) return freshlyMade(context);
  return readBack(store, found.id, context);
}

/** Makes a draft and its secrets, on this device if it keeps any. */
export async function freshlyMade({ store, procedure, api }: FormContext): Promise<FoundDraft> {
  const identity = newDraftIdentity();
  const { id, version, planHash } = procedure.meta;
  const born = { procedure: { id, version, planHash }, startedAt: new Date().toISOString() };
  const isKept = await keeps(store?.create({ ...identity, ...born, api }));
  const draft = freshDraft({ id: identity.id, key: identity.key, ...born });
  return { identity, born, draft, filed: undefined, isKept };
}

async function readBack(store: LocalStore, id: string, context: FormContext): Promise<FoundDraft> {
  const stored = await store.draft(id);
  if (stored === undefined) return freshlyMade(context);
  const { key, capability, procedure, startedAt } = stored;
  const empty = freshDraft({ id, key, procedure, startedAt });
  return {
    identity: { id, key, capability },
    born: { procedure, startedAt },
    draft: foldDraft(empty, await store.entries(id, 0)),
    filed: (await store.receipts(id)).at(-1),
    isKept: true,
  };
}

async function keeps(writing: Promise<void> | undefined): Promise<boolean> {
  if (writing === undefined) return false;
  return writing.then(
    () => true,
    () => false,
  );
}
