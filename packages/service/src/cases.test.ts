import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { versionOf, type PieceAnswer, type Version } from '@guichet/engine';
import { readCase, runCase } from '@guichet/engine/testing';
import { dayIn, type Published } from '@guichet/procedure';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPglite, type TestStore } from './testing/open-stores.js';
import { association, operator } from './testing/operator.js';
import { png } from './testing/png.js';
import {
  createDraft,
  file,
  startTestService,
  type Person,
  type TestService,
} from './testing/start-test-service.js';

const id = 'student-permit-renewal';
const schemas = fileURLToPath(new URL('../../../schemas/', import.meta.url));
const files = Object.fromEntries(
  [id, 'shared']
    .flatMap((folder) =>
      readdirSync(schemas + folder, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(schemas + name, 'utf8')]),
);
const published = JSON.parse(files[`${id}/published/1.1.0.json`] ?? 'null') as Published;

/** What the page says of a case, the service says too, with Ajv agreeing. */
describe('the cases of the student permit renewal, filed over HTTP', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestPglite();
  });
  afterAll(() => store?.close());

  it.each(readdirSync(`${schemas}${id}/cases`))('%s', async (name) => {
    const given = readCase(files, `${id}/cases/${name}`);
    const { draft, judgement } = await runCase(published, given);
    await store.empty();
    const service = await startTestService(store.db, {
      published: [published],
      operator: given.profile === 'third-party' ? association : operator,
      now: given.clock,
    });
    try {
      const today = dayIn(given.clock, operator.timeZone);
      const person = await createDraft(service);
      const version = await upload(
        service,
        person,
        versionOf(published.plan, draft, { today, filing: today }),
      );
      const { planHash, texts } = published;
      const answer = await file(service, person, {
        version,
        planHash,
        textsHash: texts['fr']?.hash,
        lang: 'fr',
      });
      expect(
        service.log.filter((line) => line.includes('verdicts-differ') || line.includes('failure')),
      ).toEqual([]);
      const stopping = judgement.issues
        .filter((issue) => issue.stops)
        .map(({ pointer }) => pointer);
      if (stopping.length > 0) {
        expect(answer.body.issues.map((issue: { pointer: string }) => issue.pointer)).toEqual(
          stopping,
        );
        return;
      }
      expect(answer.status).toBe(201);
      const { complete, window } = judgement;
      expect(answer.body.view).toMatchObject({
        complete,
        inWindow: window.inWindow,
        sentToAuthority: given.profile !== 'third-party',
      });
    } finally {
      await service.close();
    }
  });
});

/** The case's files, as real bytes that the service has taken in. */
async function upload(service: TestService, person: Person, version: Version): Promise<Version> {
  const pieces: Record<string, PieceAnswer> = {};
  for (const [name, piece] of Object.entries(version.pieces)) {
    if (!('files' in piece)) pieces[name] = piece;
    else
      pieces[name] = {
        ...piece,
        files: await Promise.all(piece.files.map((_, n) => put(service, person, name, n))),
      };
  }
  return { ...version, pieces };
}

async function put(service: TestService, person: Person, piece: string, n: number) {
  const url = `/api/v1/drafts/${person.id}/pieces/${piece}/${piece}-file-${n}`;
  const answer = await service.call('PUT', url, {
    bearer: person.bearer,
    raw: new Blob([new Uint8Array(png)]),
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(answer.status).toBe(200);
  return answer.body;
}
