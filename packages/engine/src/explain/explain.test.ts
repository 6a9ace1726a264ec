import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayIn, type Published } from '@guichet/procedure';
import type { Draft } from '../draft.js';
import { compileStudent, filesOf } from '../fixtures/student.js';
import { contentOf } from '../model/content.js';
import { instancesOf } from '../model/instances.js';
import { createModel } from '../model/create-model.js';
import { visibilityOf } from '../model/visibility.js';
import { readCase } from '../testing/procedure-case.js';
import { runCase } from '../testing/run-case.js';
import { versionOf } from '../versions/version-of.js';
import { explain } from './explain.js';

const id = 'student-permit-renewal';
const folder = fileURLToPath(new URL(`../../../../schemas/${id}/cases/`, import.meta.url));
const cases = readdirSync(folder).filter((name) => name.endsWith('.json'));

let published: Published;
beforeAll(async () => {
  published = await compileStudent();
});

/** What a case leaves behind, and its day. */
async function after(name: string) {
  const given = readCase(filesOf(id), `${id}/cases/${name}`);
  const { draft } = await runCase(published, given);
  const today = dayIn(given.clock, 'Europe/Paris');
  return { draft, days: { today, filing: today } };
}

/** A sentence of ours: nobody reads a key, an argument or a pointer. */
function expectReadable(sentence: string, lang: string) {
  expect(sentence, lang).not.toMatch(/because\.|changes\.|[{}]|undefined|\/[a-z]+\/|“”|«\s*»/);
  expect(sentence.length).toBeGreaterThan(5);
}

describe('explaining the renewal of a student permit', () => {
  it.each(cases)('gives each conditional question its reason and its source: %s', async (name) => {
    const { draft, days } = await after(name);
    const { plan, texts } = published;
    const model = createModel(plan, contentOf(draft), days);
    const conditional = plan.activity.flatMap((pattern) => instancesOf(model.content, pattern));
    for (const pointer of conditional)
      for (const [lang, { bundle }] of Object.entries(texts)) {
        const told = explain(plan, bundle, draft, pointer, days);
        const visibility = visibilityOf(model, pointer);
        expect(told.asked, pointer).toBe(visibility === 'concerned' ? 'unknown' : visibility);
        expect(told.because.length, pointer).toBeGreaterThan(0);
        expect(told.rule, pointer).not.toBe('');
        expect(told.source?.title, pointer).toBeTruthy();
        expect(told.source?.trust, pointer).toBeTruthy();
        for (const sentence of told.sentences) expectReadable(sentence, lang);
      }
  });

  it.each(cases)('gives each piece, fee and step its reason: %s', async (name) => {
    const { draft, days } = await after(name);
    const { plan, texts } = published;
    const names = [
      ...Object.keys(plan.pieces).map((piece) => `@piece/${piece}`),
      ...plan.fees.map((fee) => `@fee/${fee.name}`),
      ...Object.keys(plan.steps).map((step) => `@step/${step}`),
    ];
    for (const pointer of names)
      for (const { bundle } of Object.values(texts)) {
        const told = explain(plan, bundle, draft, pointer, days);
        expect(told.sentences.length, pointer).toBeGreaterThan(1);
        expect(told.rule === '', pointer).toBe(told.because.length === 0);
        for (const sentence of told.sentences) expectReadable(sentence, bundle.lang);
      }
  });

  it('says the same of a draft and of the version it makes', async () => {
    const { draft, days } = await after(cases[0] ?? '');
    const { plan, texts } = published;
    const bundle = texts['fr']?.bundle;
    if (!bundle) throw new Error('no French');
    const version = versionOf(plan, draft, days);
    for (const pattern of plan.activity.filter((one) => !one.includes('*'))) {
      const told = explain(plan, bundle, version, pattern, days);
      expect(told.sentences).toEqual(
        explain(plan, bundle, draft as Draft, pattern, days).sentences,
      );
    }
  });
});
