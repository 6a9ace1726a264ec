import { describe, expect, it } from 'vitest';
import { newDraftIdentity } from '../identity.js';
import { memoryStore } from '../store/memory-store.js';
import { typed } from '../testing/store-suite.js';
import { openCapsule, procedureOfCapsule, sealCapsule, type CapsuleContent } from './capsule.js';
import { newCapsuleCode, readCapsuleCode } from './code.js';
import { restoreCapsule } from './restore-capsule.js';

const content: CapsuleContent = {
  identity: newDraftIdentity(),
  procedure: { id: 'student-permit-renewal', version: '1.0.0', planHash: 'p' },
  startedAt: '2026-11-23T08:00:00.000Z',
  api: 'https://forms.example.org',
  entries: [{ n: 1, device: 'A', at: '2026-11-23T08:00:01.000Z', ...typed('Zoé-canary') }],
  files: [
    {
      piece: 'photo',
      id: 'F',
      name: 'moi.jpg',
      bytes: new Blob([new Uint8Array(20_000).fill(7)], { type: 'image/jpeg' }),
    },
  ],
};

describe('a capsule', () => {
  it('gives the whole draft back to whoever has its code', async () => {
    const { file, code } = await sealCapsule(content);
    const opened = await openCapsule(file, code.toLowerCase().replaceAll('-', ' '));
    if (opened.is !== 'open') throw new Error(opened.why);
    expect(opened.content.identity).toEqual(content.identity);
    expect(opened.content.entries).toEqual(content.entries);
    expect(opened.content.files[0]?.bytes).toMatchObject({ size: 20_000, type: 'image/jpeg' });
  });

  it('shows nothing of what was typed, nor the right on the draft, without it', async () => {
    const { file } = await sealCapsule(content);
    const text = await file.text();
    expect(text).not.toContain('Zoé-canary');
    expect(text).not.toContain(content.identity.capability);
  });

  it('tells a miscopied code from a wrong one and from a file that is no capsule', async () => {
    const { file, code } = await sealCapsule(content);
    const miscopied = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    expect(await openCapsule(file, miscopied)).toEqual({ is: 'closed', why: 'code-miscopied' });
    expect(await openCapsule(file, newCapsuleCode())).toEqual({ is: 'closed', why: 'wrong-code' });
    expect(await openCapsule(new Blob(['hello']), code)).toEqual({
      is: 'closed',
      why: 'no-capsule',
    });
  });

  it('tells a damaged file from a wrong code, and says what it is about without one', async () => {
    const { file, code } = await sealCapsule(content);
    const written = JSON.parse(await file.text()) as Record<string, string>;
    const sealed = written['sealed'] ?? '';
    const other = sealed.startsWith('A') ? 'B' : 'A';
    const damaged = new Blob([JSON.stringify({ ...written, sealed: other + sealed.slice(1) })]);
    const cut = new Blob([JSON.stringify({ ...written, sealed: '%' })]);
    expect(await openCapsule(damaged, code)).toEqual({ is: 'closed', why: 'damaged' });
    expect(await openCapsule(cut, code)).toEqual({ is: 'closed', why: 'damaged' });
    expect(await openCapsule(damaged, newCapsuleCode())).toMatchObject({ why: 'wrong-code' });
    expect(await procedureOfCapsule(file)).toBe('student-permit-renewal');
    expect(await procedureOfCapsule(new Blob(['{"is":"guichet-capsule"}']))).toBeUndefined();
  });

  it('is the one touched last once it is back, whatever was begun meanwhile', async () => {
    const store = memoryStore();
    const { id } = content.procedure;
    await restoreCapsule(store, content);
    const [restored] = await store.drafts(id);
    expect(Date.parse(restored?.touchedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect((await store.entries(content.identity.id, 0)).at(-1)).toMatchObject(typed('Zoé-canary'));
  });

  it('restores on a device, and takes nothing back from a newer draft', async () => {
    const store = memoryStore();
    await restoreCapsule(store, content);
    await store.append(content.identity.id, [typed('later')], {
      device: 'B',
      at: content.startedAt,
    });
    await restoreCapsule(store, content);
    const entries = await store.entries(content.identity.id, 0);
    expect(entries.at(-1)).toMatchObject(typed('later'));
    expect(await store.files(content.identity.id)).toHaveLength(1);
  });
});

describe('the code of a capsule', () => {
  it('is 28 characters in groups of 4', () => {
    expect(newCapsuleCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('notices one wrong digit and two that changed places', () => {
    for (let round = 0; round < 50; round += 1) {
      const digits = newCapsuleCode().replaceAll('-', '');
      for (let at = 0; at < 25; at += 1) {
        const wrong = digits[at] === '7' ? '8' : '7';
        expect(readCapsuleCode(digits.slice(0, at) + wrong + digits.slice(at + 1))).toBeUndefined();
        if (digits[at] === digits[at + 1]) continue;
        const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
        expect(readCapsuleCode(swapped)).toBeUndefined();
      }
    }
  });
});
