import type { StatusConnection, StatusRequest } from '@guichet/elements';
import type { DossierView, SealedAttestation } from '@guichet/engine';
import { openLocalStore, type LocalStore, type StoredReceipt } from '@guichet/gateway';
import { httpDossier, type DossierGateway } from '@guichet/gateway/dossier';
import { loadOperator } from './load-operator.js';
import { loadProcedure } from './load-procedure.js';
import { serviceAddress } from './service-address.js';

/**
 * Opens what a `<guichet-status>` names: a filed dossier, live.
 *
 * Without a `dossier` it is the last one filed from this device, so that no address needs to carry
 * one. While the service is away the page shows what the last receipt says.
 */
export async function openStatus(request: StatusRequest): Promise<StatusConnection> {
  const api = serviceAddress(request.api);
  const opening = openLocalStore();
  const [procedure, store, operator] = await Promise.all([
    loadProcedure(request.src, request.lang),
    opening,
    loadOperator(api, opening),
  ]);
  const kept = await findReceipt(store, request.dossier, procedure.meta.id, api);
  const dossier = request.dossier || kept?.receipt.dossier;
  const capability = request.capability ?? (await capabilityOf(store, kept));
  if (dossier === undefined || capability === undefined) {
    throw new Error('This device holds no access to a filed dossier of this procedure.');
  }
  const gateway = httpDossier({ api, dossier, capability });
  const [texts, first] = await Promise.all([
    procedure.loadTexts(procedure.texts.lang),
    firstView(gateway.view(), kept),
  ]);
  const live = liveView(gateway, first);
  return {
    texts,
    languages: procedure.languages,
    operator,
    loadTexts: procedure.loadTexts,
    ...live,
    attestation: (id) => attestationOf(gateway, store, kept, id),
    close() {
      live.close();
      store?.close();
    },
  };
}

/** The dossier as it stands, kept up to date by its events and by what is commanded here. */
function liveView(
  gateway: DossierGateway,
  first: DossierView,
): Pick<StatusConnection, 'view' | 'subscribe' | 'command' | 'close'> {
  let view = first;
  const followers = new Set<(view: DossierView) => void>();
  function show(next: DossierView): void {
    view = next;
    for (const follower of followers) follower(view);
  }
  const unfollow = gateway.follow(first.seq, (streamed) => show(streamed.view));
  return {
    view: () => view,
    subscribe(listener) {
      followers.add(listener);
      return () => void followers.delete(listener);
    },
    async command(name, body) {
      const answer = await gateway.command(name, body);
      if (answer.is === 'ok') show(answer.value);
      if (answer.is === 'refused') return { ok: false, message: answer.message };
      return { ok: answer.is === 'ok' };
    },
    close() {
      unfollow();
      followers.clear();
    },
  };
}

/** From the service, else from the receipts of this device: an attestation belongs to the person. */
async function attestationOf(
  gateway: DossierGateway,
  store: LocalStore | undefined,
  kept: StoredReceipt | undefined,
  id: string,
): Promise<SealedAttestation> {
  const answer = await gateway.attestation(id);
  if (answer.is === 'ok') return answer.value;
  const own = (await store?.receipts(kept?.draft ?? '')) ?? [];
  const sealed = own.find((one) => one.receipt.attestation.id === id)?.receipt.attestation;
  if (sealed !== undefined) return sealed;
  throw new Error(`The attestation "${id}" cannot be reached.`);
}

async function findReceipt(
  store: LocalStore | undefined,
  dossier: string,
  procedure: string,
  api: string,
): Promise<StoredReceipt | undefined> {
  if (dossier !== '') return store?.receiptOf(dossier);
  for (const draft of (await store?.drafts(procedure)) ?? []) {
    const last = draft.api === api ? (await store?.receipts(draft.id))?.at(-1) : undefined;
    if (last !== undefined) return last;
  }
  return undefined;
}

async function capabilityOf(
  store: LocalStore | undefined,
  kept: StoredReceipt | undefined,
): Promise<string | undefined> {
  return kept === undefined ? undefined : (await store?.draft(kept.draft))?.capability;
}

async function firstView(
  asking: ReturnType<ReturnType<typeof httpDossier>['view']>,
  kept: StoredReceipt | undefined,
): Promise<DossierView> {
  const answer = await asking;
  if (answer.is === 'ok') return answer.value;
  if (kept !== undefined) return kept.receipt.view;
  throw new Error('The service does not answer, and this device holds no receipt to show.');
}
