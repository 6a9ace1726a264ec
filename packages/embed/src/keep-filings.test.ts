import type { PieceFile, ServicePort } from '@guichet/engine';
import { memoryStore, newDraftIdentity, type LocalStore } from '@guichet/gateway';
import { filingOf, recordingGateway } from '@guichet/gateway/testing';
import type { Operator } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import operator from '../../../examples/prefecture/operator.json';
import { keepFilings } from './keep-filings.js';
import { published } from './testing/served.js';

const { id, version, planHash } = published;
const born = { procedure: { id, version, planHash }, startedAt: '2026-11-23T08:00:00.000Z' };

async function keeping(): Promise<{ service: ServicePort; store: LocalStore; draft: string }> {
  const identity = newDraftIdentity();
  const store = memoryStore();
  await store.create({ ...identity, ...born, api: '' });
  const gateway = recordingGateway({
    published,
    operator: operator as unknown as Operator,
    identity,
    draft: born,
  });
  return { service: keepFilings(gateway, store, identity.id), store, draft: identity.id };
}

describe('what outlives the page after filing', () => {
  it('is the receipt with the version it speaks of, one for each version', async () => {
    const { service, store, draft } = await keeping();
    const filing = filingOf(published);
    const filed = await service.file(filing);
    if (filed.is !== 'filed') throw new Error(filed.is);
    const changed = filingOf(published, 'student-mobility');
    const again = await service.file(changed);
    if (again.is !== 'already-filed') throw new Error(again.is);
    await service.amend({
      ...changed,
      etag: filed.receipt.etag,
      difference: again.difference,
      reason: '',
    });
    const kept = await store.receipts(draft);
    expect(kept.map((one) => one.receipt.version)).toEqual([1, 2]);
    expect(kept.map((one) => one.version)).toEqual([filing.version, changed.version]);
    expect(await store.receiptOf(filed.receipt.dossier)).toEqual(kept[1]);
  });
});

describe('a file on its way', () => {
  const file: PieceFile = {
    id: 'F'.repeat(26),
    name: 'moi.jpg',
    size: 3,
    type: 'image/jpeg',
    state: 'sending',
  };

  it('stays on the device until the service has it, and can be sent again by its id alone', async () => {
    const { store, draft, service } = await keeping();
    let isUp = false;
    const flaky: ServicePort = {
      ...service,
      putPiece: async (_piece, sent, source) =>
        isUp
          ? { ...sent, state: 'stored', size: source.size }
          : { ...sent, state: 'refused', problem: 'upload-failed' },
    };
    const kept = keepFilings(flaky, store, draft);
    const source = new File(['abc'], 'moi.jpg', { type: 'image/jpeg' });
    await kept.putPiece('ePhoto', file, source, () => undefined);
    expect(await store.files(draft)).toHaveLength(1);
    isUp = true;
    // After a reload the engine has the file's name only.
    const answer = await kept.putPiece('ePhoto', file, file, () => undefined);
    expect(answer).toMatchObject({ state: 'stored', size: 3 });
    expect(await store.files(draft)).toEqual([]);
  });

  it('is said to be lost when this device no longer holds it', async () => {
    const { store, draft, service } = await keeping();
    const kept = keepFilings(service, store, draft);
    expect(await kept.putPiece('ePhoto', file, file, () => undefined)).toMatchObject({
      state: 'refused',
      problem: 'file-lost',
    });
  });
});
