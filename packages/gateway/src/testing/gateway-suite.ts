import type { DraftEntry, Filing, Receipt, Version } from '@guichet/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierGateway, Gateway } from '../gateway.js';
import { newDraftIdentity, type DraftIdentity } from '../identity.js';
import { typed } from './store-suite.js';

/** What the suite needs of an implementation. */
export interface GatewayBench {
  /** A client of the draft of that identity; two of one identity meet the same draft. */
  open(identity: DraftIdentity): Gateway;
  dossier(receipt: Receipt, identity: DraftIdentity): DossierGateway;
  /** A filing that nothing stops, today. */
  readonly filing: Filing;
  /** The same with other answers, that nothing stops either. */
  readonly changed: Version;
  /** One that an issue stops. */
  readonly stopped: Version;
  close(): Promise<void>;
}

export interface GatewaySuiteOptions {
  readonly receives: boolean;
  readonly prepare: () => Promise<GatewayBench>;
}

/** The one suite that every gateway passes; its first case guards the word *filed*. */
export function runGatewaySuite(name: string, { receives, prepare }: GatewaySuiteOptions): void {
  describe(`${name} gateway`, () => {
    let bench: GatewayBench;
    beforeAll(async () => {
      bench = await prepare();
    });
    afterAll(() => bench?.close());
    const fresh = (): Gateway => bench.open(newDraftIdentity());

    it.runIf(!receives)('never says filed, since it does not receive', async () => {
      const gateway = fresh();
      expect(gateway.receives).toBe(false);
      expect(await gateway.file(bench.filing)).toMatchObject({
        is: 'refused',
        code: 'does-not-receive',
      });
      const amendment = {
        ...bench.filing,
        etag: '"v1.applies"',
        difference: { base: 1, changes: [] },
        reason: '',
      };
      expect(await gateway.amend(amendment)).toMatchObject({ is: 'refused' });
      expect(await gateway.fileOn('2099-01-01', bench.filing)).toMatchObject({ is: 'refused' });
    });

    it('keeps what is appended once, in order, however often it is sent', async () => {
      const gateway = fresh();
      const entries = [1, 2, 3].map(entry);
      expect(await gateway.appendEntries(entries.slice(0, 2))).toMatchObject({
        is: 'ok',
        value: { n: 2 },
      });
      expect(await gateway.appendEntries(entries)).toMatchObject({ is: 'ok', value: { n: 3 } });
      const read = await gateway.readDraft();
      if (read.is !== 'ok') throw new Error(read.is);
      expect(read.value.entries).toEqual(entries);
    });

    it('gives a draft to whoever holds its capability, and to nobody else', async () => {
      const identity = newDraftIdentity();
      await bench.open(identity).appendEntries([entry(1)]);
      expect(await bench.open(identity).readDraft()).toMatchObject({ is: 'ok' });
      const thief = { ...identity, capability: newDraftIdentity().capability };
      expect(await bench.open(thief).readDraft()).toMatchObject({
        is: 'refused',
        code: 'not-found',
      });
    });

    it('says what stops a filing, by pointer and code', async () => {
      const answer = await fresh().file({ ...bench.filing, version: bench.stopped });
      if (answer.is !== 'issues') throw new Error(answer.is);
      expect(answer.issues.length).toBeGreaterThan(0);
      expect(answer.issues[0]).toMatchObject({
        pointer: expect.any(String),
        code: expect.any(String),
      });
    });

    it('knows nothing of a version before filing', async () => {
      expect(await fresh().readVersion(1)).toMatchObject({ is: 'refused' });
    });

    it('has no receipt before filing', async () => {
      expect(await fresh().readReceipt()).toEqual({ is: 'ok', value: null });
    });

    it.runIf(receives)('gives a page that comes back the receipt and the version', async () => {
      const identity = newDraftIdentity();
      const filed = await bench.open(identity).file(bench.filing);
      const back = bench.open(identity);
      const read = await back.readReceipt();
      if (filed.is !== 'filed' || read.is !== 'ok') throw new Error(`${filed.is}, ${read.is}`);
      expect(read.value?.attestation.jws).toBe(filed.receipt.attestation.jws);
      expect(await back.readVersion(1)).toMatchObject({ is: 'ok' });
    });

    it.runIf(receives)('files once: the same again gives the same receipt', async () => {
      const gateway = fresh();
      const first = await gateway.file(bench.filing);
      const second = await gateway.file(bench.filing);
      if (first.is !== 'filed' || second.is !== 'filed')
        throw new Error(`${first.is}, ${second.is}`);
      expect(second.receipt.attestation.jws).toBe(first.receipt.attestation.jws);
      expect(second.receipt.dossier).toBe(first.receipt.dossier);
    });

    it.runIf(receives)('files one dossier for two filings at the same moment', async () => {
      const identity = newDraftIdentity();
      const one = bench.open(identity);
      const answers = await Promise.all([one.file(bench.filing), one.file(bench.filing)]);
      const dossiers = answers.map((answer) =>
        'receipt' in answer ? answer.receipt.dossier : answer.is,
      );
      expect(new Set(dossiers).size).toBe(1);
    });

    it.runIf(receives)(
      'says already filed after a change, with what differs, and takes that as an amendment',
      async () => {
        const gateway = fresh();
        const filed = await gateway.file(bench.filing);
        const again = await gateway.file({ ...bench.filing, version: bench.changed });
        if (filed.is !== 'filed' || again.is !== 'already-filed')
          throw new Error(`${filed.is}, ${again.is}`);
        expect(again.receipt.attestation.jws).toBe(filed.receipt.attestation.jws);
        expect(again.difference.base).toBe(1);
        expect(again.difference.changes.length).toBeGreaterThan(0);
        const amendment = {
          ...bench.filing,
          version: bench.changed,
          difference: again.difference,
          reason: 'a mistake',
        };
        const amended = await gateway.amend({ ...amendment, etag: filed.receipt.etag });
        if (amended.is !== 'amended') throw new Error(JSON.stringify(amended));
        expect(amended.receipt.version).toBe(2);
        expect(amended.receipt.attestation.jws).not.toBe(filed.receipt.attestation.jws);
        expect(await gateway.readVersion(2)).toMatchObject({ is: 'ok' });
      },
    );

    it.runIf(receives)('refuses an amendment of a version that is no longer the last', async () => {
      const gateway = fresh();
      await gateway.file(bench.filing);
      const amendment = {
        ...bench.filing,
        version: bench.changed,
        difference: { base: 1, changes: [] },
        reason: '',
      };
      expect(await gateway.amend({ ...amendment, etag: '"v7.applies"' })).toMatchObject({
        is: 'refused',
        code: 'etag-stale',
      });
    });

    it.runIf(receives)('tells the events of a dossier, each once, from any point on', async () => {
      const identity = newDraftIdentity();
      const gateway = bench.open(identity);
      const filed = await gateway.file(bench.filing);
      if (filed.is !== 'filed') throw new Error(filed.is);
      const dossier = bench.dossier(filed.receipt, identity);
      const all = await gather(dossier, 0);
      expect(all[0]).toMatchObject({ seq: 1, type: 'FILED' });
      expect(await gather(dossier, 1)).toEqual(all.slice(1));
      const view = await dossier.view();
      if (view.is !== 'ok') throw new Error(view.is);
      expect(view.value).toMatchObject({ reference: filed.receipt.reference, version: 1 });
      const { attestation } = filed.receipt;
      expect(await dossier.attestation(attestation.id)).toMatchObject({
        is: 'ok',
        value: { jws: attestation.jws },
      });
    });
  });
}

/** Everything told within a while after `since`. */
async function gather(
  dossier: DossierGateway,
  since: number,
): Promise<{ seq: number; type: string }[]> {
  const events: { seq: number; type: string }[] = [];
  const stop = dossier.follow(since, ({ event: { seq, type } }) => events.push({ seq, type }));
  await new Promise((resolve) => setTimeout(resolve, 400));
  stop();
  return events;
}

function entry(n: number): DraftEntry {
  return { n, device: 'DEVICE1', at: '2026-11-23T08:00:00.000Z', ...typed(`${n}`) };
}
