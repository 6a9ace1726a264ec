import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schedule, takeJob, unschedule } from '../queue/queue-store.js';
import type { TestStore } from './open-stores.js';

/** What every store does alike; run on each of them. */
export function runStoreSuite(name: string, open: () => Promise<TestStore>): void {
  describe(`${name} store`, () => {
    let store: TestStore;
    beforeAll(async () => {
      store = await open();
    });
    beforeEach(() => store.empty());
    afterAll(() => store?.close());

    it('gives bytes, times, counts and flags back in the same types', async () => {
      const [row] = await store.db.query<Record<string, unknown>>(
        `select $1::bytea as bytes, $2::timestamptz as at, 3::int8 as count, true as flag, null::text as nothing`,
        [Buffer.from([0, 255, 7]), '2026-11-23T10:00:00.123Z'],
      );
      expect(row?.['bytes']).toBeInstanceOf(Uint8Array);
      expect(Buffer.from(row?.['bytes'] as Uint8Array).toString('hex')).toBe('00ff07');
      expect((row?.['at'] as Date).toISOString()).toBe('2026-11-23T10:00:00.123Z');
      expect(row).toMatchObject({ count: 3, flag: true, nothing: null });
    });

    it('keeps nothing of a transaction that throws', async () => {
      const failing = store.db.transaction(async (tx) => {
        await tx.query(`insert into settings (name, value) values ('a', $1)`, [Buffer.from('a')]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await store.db.query('select name from settings')).toEqual([]);
    });

    it('says by SQLSTATE that a key is taken', async () => {
      const insert = () =>
        store.db.query(`insert into settings (name, value) values ('a', $1)`, [Buffer.from('a')]);
      await insert();
      await expect(insert()).rejects.toMatchObject({ code: '23505' });
    });

    it('takes text arrays as parameters', async () => {
      const rows = await store.db.query<{ n: number }>(
        'select n from unnest($1::int[]) as n where n = any($2::int[])',
        [
          [1, 2, 3],
          [2, 3, 4],
        ],
      );
      expect(rows.map((row) => row.n)).toEqual([2, 3]);
    });

    it('migrates once, and again without harm', async () => {
      const { migrate } = await import('../store/migrate.js');
      await migrate(store.db);
      expect(await store.db.query('select n from migrations order by n')).toEqual([{ n: 1 }]);
    });

    it('refuses a store that a newer service wrote', async () => {
      const { migrate } = await import('../store/migrate.js');
      await store.db.query('insert into migrations (n) values (99)');
      await expect(migrate(store.db)).rejects.toMatchObject({ code: 'store-too-new' });
    });

    it('gives a due job to one taker at a time, and again when its lease is over', async () => {
      const at = new Date('2026-11-23T10:00:00Z');
      await store.db.transaction(async (tx) => {
        await schedule(tx, 'clock', 'later', '2026-11-23T11:00:00Z');
        await schedule(tx, 'clock', 'due', '2026-11-23T09:00:00Z');
      });
      const taken = await Promise.all([takeJob(store.db, at), takeJob(store.db, at)]);
      expect(taken.filter((job) => job !== undefined)).toEqual([{ kind: 'clock', subject: 'due' }]);
      const after = new Date(at.getTime() + 61_000);
      expect(await takeJob(store.db, after)).toEqual({ kind: 'clock', subject: 'due' });
      await unschedule(store.db, 'clock', 'due');
      expect(await takeJob(store.db, new Date(after.getTime() + 61_000))).toBeUndefined();
    });

    it('numbers transactions, for streams over many dossiers', async () => {
      const [row] = await store.db.query<{ ok: boolean }>(
        'select pg_current_xact_id() >= pg_snapshot_xmin(pg_current_snapshot()) as ok',
      );
      expect(row).toEqual({ ok: true });
    });
  });
}
