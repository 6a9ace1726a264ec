import type { DraftChange } from '@guichet/engine';
import { describe, expect, it } from 'vitest';
import { newDraftIdentity } from '../identity.js';
import type { LocalStore, NewDraft } from '../store/local-store.js';

const by = { device: 'TAB1', at: '2026-11-23T09:00:00.000Z' };

/** A draft as the connector makes it, for suites that need one and care for none of it. */
export function anyDraft(): NewDraft {
  return {
    ...newDraftIdentity(),
    procedure: { id: 'student-permit-renewal', version: '1.0.0', planHash: 'a'.repeat(64) },
    startedAt: '2026-11-23T08:00:00.000Z',
    api: '',
  };
}

/** A change that types `value` at a pointer. */
export function typed(value: string): DraftChange {
  return { op: 'set', pointer: '/person/givenNames', value };
}

/** The one suite that every store of this device passes. */
export function runLocalStoreSuite(name: string, open: () => Promise<LocalStore>): void {
  describe(`${name} local store`, () => {
    it('gives back the draft it was given, and keeps the first of two with one id', async () => {
      const store = await open();
      const draft = anyDraft();
      await store.create(draft);
      await store.append(draft.id, [typed('A')], by);
      await store.create({ ...draft, capability: 'another' });
      expect(await store.draft(draft.id)).toEqual({ ...draft, n: 1, sent: 0, touchedAt: by.at });
      expect(await store.draft('nobody')).toBeUndefined();
    });

    it('numbers what is appended, and gives it back in order from any point', async () => {
      const store = await open();
      const draft = anyDraft();
      await store.create(draft);
      await store.append(draft.id, [typed('A'), typed('B')], by);
      const third = await store.append(draft.id, [typed('C')], by);
      expect(third).toEqual([{ n: 3, ...by, ...typed('C') }]);
      const read = await store.entries(draft.id, 1);
      expect(read.map((entry) => entry.n)).toEqual([2, 3]);
      expect(await store.entries(draft.id, 0, 1)).toHaveLength(1);
    });

    it('loses nothing when two pages append at the same moment', async () => {
      const store = await open();
      const draft = anyDraft();
      await store.create(draft);
      await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          store.append(draft.id, [typed(`${n}`)], { ...by, device: `TAB${n % 2}` }),
        ),
      );
      const entries = await store.entries(draft.id, 0);
      expect(entries.map((entry) => entry.n)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      expect(new Set(entries.map((entry) => ('value' in entry ? entry.value : '')))).toHaveProperty(
        'size',
        40,
      );
    });

    it('refuses to append to a draft it does not hold', async () => {
      const store = await open();
      await expect(store.append('nobody', [typed('A')], by)).rejects.toThrow(
        'holds no draft "nobody"',
      );
    });

    it('never takes back what was acknowledged', async () => {
      const store = await open();
      const draft = anyDraft();
      await store.create(draft);
      await store.append(draft.id, [typed('A'), typed('B')], by);
      await store.markSent(draft.id, 2);
      await store.markSent(draft.id, 1);
      expect(await store.draft(draft.id)).toHaveProperty('sent', 2);
    });

    it('restores numbered entries once, however often they come', async () => {
      const store = await open();
      const draft = anyDraft();
      await store.create(draft);
      const entries = [1, 2].map((n) => ({ n, ...by, ...typed(`${n}`) }));
      await store.restore(draft.id, entries);
      await store.restore(draft.id, entries);
      expect(await store.entries(draft.id, 0)).toEqual(entries);
      expect(await store.draft(draft.id)).toHaveProperty('n', 2);
    });

    it('lists the drafts of one procedure, the last touched first', async () => {
      const store = await open();
      const procedure = { ...anyDraft().procedure, id: `list-${newDraftIdentity().id}` };
      const [first, second] = [anyDraft(), anyDraft()].map((draft) => ({ ...draft, procedure }));
      if (first === undefined || second === undefined) return;
      await store.create(first);
      await store.create(second);
      await store.append(first.id, [typed('A')], by);
      const listed = await store.drafts(procedure.id);
      expect(listed.map((draft) => draft.id)).toEqual([first.id, second.id]);
    });

    it('keeps the bytes of a chosen file until it is dropped', async () => {
      const store = await open();
      const draft = anyDraft();
      await store.create(draft);
      const file = {
        draft: draft.id,
        piece: 'photo',
        id: 'F1',
        name: 'moi.jpg',
        bytes: new Blob(['abc']),
      };
      await store.keepFile(file);
      const [kept] = await store.files(draft.id);
      expect(kept).toMatchObject({ piece: 'photo', id: 'F1', name: 'moi.jpg' });
      expect(await kept?.bytes.text()).toBe('abc');
      await store.dropFile(draft.id, 'photo', 'F1');
      expect(await store.files(draft.id)).toEqual([]);
    });

    it('forgets a draft with all that belongs to it, and only that one', async () => {
      const store = await open();
      const [gone, kept] = [anyDraft(), anyDraft()];
      for (const draft of [gone, kept]) {
        await store.create(draft);
        await store.append(draft.id, [typed('A')], by);
        await store.keepFile({
          draft: draft.id,
          piece: 'p',
          id: 'F',
          name: 'n',
          bytes: new Blob(['x']),
        });
      }
      await store.forget(gone.id);
      expect(await store.draft(gone.id)).toBeUndefined();
      expect(await store.entries(gone.id, 0)).toEqual([]);
      expect(await store.files(gone.id)).toEqual([]);
      expect(await store.entries(kept.id, 0)).toHaveLength(1);
      expect(await store.files(kept.id)).toHaveLength(1);
    });
  });
}
