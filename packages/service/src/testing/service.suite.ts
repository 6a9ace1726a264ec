import { createHash } from 'node:crypto';
import { verifyAttestation } from '@guichet/attestation';
import { formPlanOf } from '@guichet/procedure';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestStore } from './open-stores.js';
import { association } from './operator.js';
import { png } from './png.js';
import {
  createDraft,
  defaultAnswers,
  file,
  filingOf,
  newPerson,
  startTestService,
  type Answer,
  type Person,
  type TestService,
} from './start-test-service.js';

const digestOf = (bytes: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
const entry = (n: number, pointer: string, value: unknown, device = 'phone'): object => ({
  n,
  at: '2026-11-23T09:00:00.000Z',
  device,
  op: 'set',
  pointer,
  value,
});

/** The service over real HTTP, on whatever store it is given. */
export function runServiceSuite(name: string, open: () => Promise<TestStore>): void {
  describe(`service on ${name}`, () => {
    let store: TestStore;
    let service: TestService;
    beforeAll(async () => {
      store = await open();
    });
    beforeEach(async () => {
      await service?.close();
      await store.empty();
      service = await startTestService(store.db);
    });
    afterAll(async () => {
      await service?.close();
      await store?.close();
    });

    const officer = async (): Promise<string> => {
      const { readFile } = await import('node:fs/promises');
      return (await readFile(`${service.keysDir}/officer.token`, 'utf8')).trim();
    };
    const command = async (dossier: string, bearer: string, post: object): Promise<Answer> =>
      service.call('POST', `/api/v1/dossiers/${dossier}/commands`, { bearer, body: post });
    const amend = (
      dossier: string,
      person: Person,
      answers: object,
      headers: Record<string, string>,
    ): Promise<Answer> =>
      service.call('POST', `/api/v1/dossiers/${dossier}/amendments`, {
        bearer: person.bearer,
        headers,
        body: {
          ...filingOf(service, answers),
          difference: { base: 1, changes: [] },
          reason: 'moved',
        },
      });
    const put = (
      person: Person,
      piece: string,
      id: string,
      bytes: Uint8Array,
      headers: Record<string, string> = {},
    ): Promise<Answer> =>
      service.call('PUT', `/api/v1/drafts/${person.id}/pieces/${piece}/${id}`, {
        bearer: person.bearer,
        raw: new Blob([new Uint8Array(bytes)]),
        headers: {
          'content-type': 'application/octet-stream',
          'content-digest': digestOf(bytes),
          'x-guichet-name': 'carte%20d%E2%80%99identit%C3%A9.png',
          ...headers,
        },
      });

    describe('drafts', () => {
      it('makes a draft once, and finds it again for its bearer', async () => {
        const person = await createDraft(service);
        const { id, version, planHash } = service.published;
        const again = await service.call('PUT', `/api/v1/drafts/${person.id}`, {
          bearer: person.bearer,
          body: {
            draft: {
              id: person.id,
              key: person.key,
              procedure: { id, version, planHash },
              startedAt: '2026-11-23T09:00:00Z',
            },
          },
        });
        expect(again.status).toBe(200);
        const read = await service.call('GET', `/api/v1/drafts/${person.id}`, {
          bearer: person.bearer,
        });
        expect(read.body).toMatchObject({ draft: { id: person.id, key: person.key }, entries: [] });
      });

      it('refuses a draft of a plan it does not hold', async () => {
        const person = newPerson();
        const answer = await service.call('PUT', `/api/v1/drafts/${person.id}`, {
          bearer: person.bearer,
          body: {
            draft: {
              id: person.id,
              key: person.key,
              procedure: { id: 'library-card', version: '9.0.0', planHash: 'a'.repeat(64) },
              startedAt: '2026-11-23T09:00:00Z',
            },
          },
        });
        expect(answer.status).toBe(422);
        expect(answer.body.code).toBe('unknown-procedure');
      });

      it('appends entries once, whatever is sent twice, and gives them back in order', async () => {
        const person = await createDraft(service);
        const post = (entries: object[]) =>
          service.call('POST', `/api/v1/drafts/${person.id}/entries`, {
            bearer: person.bearer,
            body: { entries },
          });
        expect(
          (await post([entry(1, '/person/givenNames', 'A'), entry(2, '/person/givenNames', 'Am')]))
            .body.n,
        ).toBe(2);
        expect(
          (
            await post([
              entry(2, '/person/givenNames', 'Am'),
              entry(3, '/person/givenNames', 'Ami'),
            ])
          ).body.n,
        ).toBe(3);
        expect((await post([entry(1, '/card/reason', 'lost', 'tablet')])).body.n).toBe(1);
        const read = await service.call('GET', `/api/v1/drafts/${person.id}`, {
          bearer: person.bearer,
        });
        expect(
          read.body.entries.map((one: { n: number; device: string }) => `${one.device}${one.n}`),
        ).toEqual(['phone1', 'phone2', 'phone3', 'tablet1']);
      });

      it('answers the unknown and the forbidden alike, byte for byte', async () => {
        const person = await createDraft(service);
        const stranger = newPerson();
        const paths = ['', '/entries', '/file', '/file-on'];
        for (const path of paths) {
          const method = path === '' ? 'GET' : path === '/file-on' ? 'DELETE' : 'POST';
          const body =
            method === 'POST'
              ? path === '/file'
                ? filingOf(service)
                : { entries: [] }
              : undefined;
          const ask = (id: string) =>
            service.call(method, `/api/v1/drafts/${id}${path}`, {
              bearer: stranger.bearer,
              body,
              headers: { 'idempotency-key': person.key },
            });
          const [forbidden, unknown] = [await ask(person.id), await ask(newPerson().id)];
          expect(forbidden.status).toBe(404);
          expect(forbidden.text).toBe(unknown.text);
          const names = (answer: Answer) => [...answer.headers.keys()].sort();
          expect(names(forbidden)).toEqual(names(unknown));
        }
        const taken = await service.call('PUT', `/api/v1/drafts/${person.id}`, {
          bearer: stranger.bearer,
          body: {
            draft: {
              id: person.id,
              key: stranger.key,
              procedure: refOf(service),
              startedAt: '2026-11-23T09:00:00Z',
            },
          },
        });
        expect(taken.status).toBe(404);
        expect((await service.call('GET', `/api/v1/drafts/${person.id}`)).status).toBe(404);
      });

      it('refuses names that reach a prototype, wherever they are', async () => {
        const person = await createDraft(service);
        const url = `/api/v1/drafts/${person.id}/entries`;
        const raw = (text: string) =>
          service.call('POST', url, {
            bearer: person.bearer,
            raw: text,
            headers: { 'content-type': 'application/json' },
          });
        const bodies = [
          '{"entries":[],"__proto__":{"polluted":true}}',
          '{"entries":[{"n":1,"at":"2026-11-23T09:00:00Z","device":"a","op":"set","pointer":"/__proto__/x","value":1}]}',
          '{"entries":[{"n":1,"at":"2026-11-23T09:00:00Z","device":"a","op":"set","pointer":"/a","value":{"constructor":{"prototype":{"x":1}}}}]}',
          '{"entries":[{"n":1,"at":"2026-11-23T09:00:00Z","device":"a","op":"set","pointer":"/a","value":{"__proto__":1}}]}',
        ];
        for (const body of bodies) expect((await raw(body)).body.code).toBe('malformed-body');
        const marks = JSON.stringify(filingOf(service)).replace(
          '"marks":{}',
          '"marks":{"/__proto__/a":{"is":"unknown","at":"2026-11-23T09:00:00Z"}}',
        );
        const filed = await service.call('POST', `/api/v1/drafts/${person.id}/file`, {
          bearer: person.bearer,
          raw: marks,
          headers: { 'content-type': 'application/json', 'idempotency-key': person.key },
        });
        expect(filed.body.code).toBe('malformed-body');
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      });

      it('takes JSON only, and bodies of a bearable size', async () => {
        const person = await createDraft(service);
        const url = `/api/v1/drafts/${person.id}/entries`;
        const text = await service.call('POST', url, {
          bearer: person.bearer,
          raw: '{}',
          headers: { 'content-type': 'text/plain' },
        });
        expect(text.status).toBe(415);
        const big = await service.call('POST', url, {
          bearer: person.bearer,
          body: { entries: [], more: 'x'.repeat(1_100_000) },
        });
        expect(big.status).toBe(413);
        expect(big.body.code).toBe('body-too-large');
        const broken = await service.call('POST', url, {
          bearer: person.bearer,
          raw: '{',
          headers: { 'content-type': 'application/json' },
        });
        expect(broken.body.code).toBe('malformed-body');
      });
    });

    describe('filing', () => {
      it('files, and answers a receipt whose attestation verifies', async () => {
        const person = await createDraft(service);
        const answer = await file(service, person);
        expect(answer.status).toBe(201);
        expect(answer.body).toMatchObject({
          profile: 'administration',
          version: 1,
          etag: '"v1.applies"',
          attestation: { kind: 'filing' },
        });
        expect(answer.body.at).toBe(service.clock.now.toISOString());
        expect(answer.body.view).toMatchObject({
          journey: 'filed',
          sentToAuthority: true,
          inWindow: 'true',
          complete: 'false',
        });
        const keys = await service.call('GET', '/api/v1/keys');
        const verified = await verifyAttestation(answer.body.attestation.jws, keys.body);
        expect(verified).toMatchObject({
          is: 'authentic',
          claims: {
            kind: 'filing',
            dossier: answer.body.reference,
            holder: { surname: 'Diallo', givenNames: 'Amina', birthDate: '1999-04-02' },
          },
        });
        const kept = await service.call(
          'GET',
          `/api/v1/dossiers/${answer.body.dossier}/attestations/${answer.body.attestation.id}`,
          {
            bearer: person.bearer,
          },
        );
        expect(kept.body).toEqual(answer.body.attestation);
        const version = await service.call(
          'GET',
          `/api/v1/dossiers/${answer.body.dossier}/versions/1`,
          { bearer: person.bearer },
        );
        expect(version.body.answers).toEqual(defaultAnswers);
      });

      it('answers the same to the same, and the difference to another body', async () => {
        const person = await createDraft(service);
        const first = await file(service, person);
        const again = await file(service, person);
        expect(again.status).toBe(200);
        expect(again.body).toEqual(first.body);
        const other = await file(
          service,
          person,
          filingOf(service, { ...defaultAnswers, card: { reason: 'lost', until: '2027-02-23' } }),
        );
        expect(other.status).toBe(409);
        expect(other.body).toMatchObject({
          code: 'already-filed',
          receipt: first.body,
          difference: { base: 1 },
        });
        expect(other.body.difference.changes).toEqual([
          { op: 'set', pointer: '/card/reason', from: 'renewal', to: 'lost' },
        ]);
      });

      it('seals the containers of what is asked, and nothing of what is not', async () => {
        const empty = await createDraft(service);
        const bare = await file(service, empty, filingOf(service, {}));
        const versions = (dossier: string) => `/api/v1/dossiers/${dossier}/versions/1`;
        const { body } = await service.call('GET', versions(bare.body.dossier), empty);
        expect(body.answers).toEqual({ person: {}, card: {} });
        const other = await createDraft(service);
        const card = { ...defaultAnswers.card, reportNumber: 'R-1', loss: { where: 'Lyon' } };
        const more = await file(
          service,
          other,
          filingOf(service, { ...defaultAnswers, card, host: { name: 'x' } }),
        );
        const sealed = await service.call('GET', versions(more.body.dossier), other);
        expect(sealed.body.answers).toEqual(defaultAnswers);
        expect(service.log.join()).not.toContain('verdicts-differ');
      });

      it.each(['constructor', 'xx', 'toString'])(
        'attests in the reference language when %s is not one of the procedure',
        async (lang) => {
          const person = await createDraft(service);
          const answer = await file(service, person, { ...filingOf(service), lang });
          expect(answer.status).toBe(201);
          expect(answer.body.attestation.document.lang ?? 'fr').toBe('fr');
        },
      );

      it.each(['a\u0000b', '\ud800', 'x\udc00'])(
        'takes no text that has no canonical form: %j',
        async (birthName) => {
          const person = await createDraft(service);
          const answers = { ...defaultAnswers, person: { ...defaultAnswers.person, birthName } };
          const answer = await file(service, person, filingOf(service, answers));
          expect(answer.body).toMatchObject({
            code: 'issues',
            issues: [{ pointer: '/person/birthName', code: 'format' }],
          });
        },
      );

      it('makes one dossier of many simultaneous filings of one draft', async () => {
        const person = await createDraft(service);
        const answers = await Promise.all(Array.from({ length: 30 }, () => file(service, person)));
        const done = answers.filter(({ status }) => status === 201 || status === 200);
        const busy = answers.filter(({ body }) => body.code === 'in-flight');
        expect(done.length + busy.length).toBe(30);
        expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
        expect(new Set(done.map(({ body }) => body.attestation.jws)).size).toBe(1);
        expect(await store.db.query('select count(*) as n from dossiers')).toEqual([{ n: 1 }]);
        expect(await store.db.query('select count(*) as n from events')).toEqual([{ n: 2 }]);
      });

      it('files many drafts at once, each into a dossier of its own', async () => {
        const people = await Promise.all(Array.from({ length: 8 }, () => createDraft(service)));
        const answers = await Promise.all(
          people.flatMap((person) => [file(service, person), file(service, person)]),
        );
        expect(answers.filter(({ status }) => status === 201)).toHaveLength(8);
        expect(await store.db.query('select count(*) as n from dossiers')).toEqual([{ n: 8 }]);
      });

      it('stops on what may stop, names no value, and freezes nothing', async () => {
        const person = await createDraft(service);
        const wrong = filingOf(service, {
          person: { givenNames: 'Amina', birth: '1999' },
          card: { reason: 'CANARY-reason' },
        });
        const answer = await file(service, person, wrong);
        expect(answer.status).toBe(422);
        expect(answer.body).toMatchObject({
          code: 'issues',
          issues: [{ pointer: '/card/reason', code: 'enum' }],
        });
        expect(answer.text).not.toContain('CANARY');
        expect((await file(service, person)).status).toBe(201);
      });

      it('files what is incomplete, and leaves out answers of branches that are not active', async () => {
        const person = await createDraft(service);
        const answers = {
          person: { givenNames: 'Amina' },
          card: { reason: 'renewal', reportNumber: 'parked' },
        };
        const answer = await file(service, person, filingOf(service, answers, {}));
        expect(answer.status).toBe(201);
        const version = await service.call(
          'GET',
          `/api/v1/dossiers/${answer.body.dossier}/versions/1`,
          { bearer: person.bearer },
        );
        expect(version.body.answers.card).toEqual({ reason: 'renewal' });
      });

      it('needs the idempotency key that was made with the draft', async () => {
        const person = await createDraft(service);
        const ask = (headers: Record<string, string>) =>
          service.call('POST', `/api/v1/drafts/${person.id}/file`, {
            bearer: person.bearer,
            headers,
            body: filingOf(service),
          });
        expect((await ask({})).body.code).toBe('idempotency-key-missing');
        expect((await ask({ 'idempotency-key': newPerson().key })).body.code).toBe(
          'idempotency-key-mismatch',
        );
      });

      it('names a file it does not hold as an issue of that piece', async () => {
        const person = await createDraft(service);
        const ghost = {
          id: 'ghostghostghost',
          name: 'x.png',
          size: 3,
          type: 'image/png',
          state: 'stored',
        };
        const answer = await file(
          service,
          person,
          filingOf(service, defaultAnswers, { identity: { files: [ghost] } }),
        );
        expect(answer.body).toMatchObject({
          code: 'issues',
          issues: [{ pointer: '@piece/identity', code: 'file-not-stored' }],
        });
      });

      it('prepares under a third party, and says filed only once sent', async () => {
        await service.close();
        await store.empty();
        service = await startTestService(store.db, { operator: association });
        const person = await createDraft(service);
        const prepared = (await file(service, person)).body;
        expect(prepared).toMatchObject({
          profile: 'third-party',
          attestation: { kind: 'preparation' },
          view: { journey: 'prepared', sentToAuthority: false, clocks: [] },
        });
        expect(JSON.stringify(prepared)).not.toMatch(/"FILED"|déposé/i);
        const early = await command(prepared.dossier, person.bearer, {
          command: 'transmit',
          body: {
            proof: { kind: 'registered-letter', reference: 'RR1' },
            effectiveAt: '2026-11-24T10:00:00Z',
          },
        });
        expect(early.body.code).toBe('effective-in-future');
        const desk = await officer();
        const past = await command(prepared.dossier, desk, {
          command: 'transmit',
          body: { proof: { kind: 'registered-letter' }, effectiveAt: '2020-01-01T10:00:00Z' },
        });
        expect(past.body.code).toBe('effective-too-early');
        const sent = await command(prepared.dossier, desk, {
          command: 'transmit',
          body: {
            proof: { kind: 'registered-letter', reference: 'RR1' },
            effectiveAt: '2026-11-23T08:30:00Z',
          },
        });
        expect(sent.status).toBe(200);
        expect(sent.body).toMatchObject({
          sentToAuthority: true,
          filedAt: '2026-11-23T08:30:00.000Z',
        });
        expect((await command(prepared.dossier, desk, { command: 'take' })).status).toBe(403);
        expect(sent.body.attestations.map((one: { kind: string }) => one.kind)).toEqual([
          'preparation',
          'transmission',
        ]);
      });
    });

    describe('after filing', () => {
      it('amends at once, once, and attests it', async () => {
        const person = await createDraft(service);
        const { dossier } = (await file(service, person)).body;
        const answers = { ...defaultAnswers, card: { reason: 'lost', until: '2027-02-23' } };
        expect((await amend(dossier, person, answers, {})).status).toBe(428);
        const stale = await amend(dossier, person, answers, { 'if-match': '"v0.applies"' });
        expect(stale.status).toBe(412);
        expect(stale.body).toMatchObject({
          code: 'etag-stale',
          etag: '"v1.applies"',
          view: { version: 1 },
        });
        const headers = { 'if-match': '"v1.applies"', 'idempotency-key': `${person.key}-1` };
        const amended = await amend(dossier, person, answers, headers);
        expect(amended.status).toBe(201);
        expect(amended.body).toMatchObject({
          version: 2,
          etag: '"v2.applies"',
          attestation: { kind: 'amendment' },
        });
        const again = await amend(dossier, person, answers, headers);
        expect(again.body).toEqual(amended.body);
        const view = await service.call('GET', `/api/v1/dossiers/${dossier}`, {
          bearer: person.bearer,
        });
        expect(view.headers.get('etag')).toBe('"v2.applies"');
        expect(view.body.timeline.map((one: { type: string }) => one.type)).toEqual([
          'FILED',
          'ATTESTATION_ISSUED',
          'AMENDED',
          'ATTESTATION_ISSUED',
        ]);
        const first = await service.call('GET', `/api/v1/dossiers/${dossier}/versions/1`, {
          bearer: person.bearer,
        });
        expect(first.body.answers.card.reason).toBe('renewal');
      });

      it('lets one of two simultaneous amendments of one version in', async () => {
        const person = await createDraft(service);
        const { dossier } = (await file(service, person)).body;
        const answers = (reason: string) => ({
          ...defaultAnswers,
          card: { reason, until: '2027-02-23' },
        });
        const both = await Promise.all([
          amend(dossier, person, answers('lost'), { 'if-match': '"v1.applies"' }),
          amend(dossier, person, answers('renewal'), { 'if-match': '"v1.applies"' }),
          amend(
            dossier,
            person,
            { ...answers('lost'), person: { ...defaultAnswers.person, givenNames: 'Aminata' } },
            { 'if-match': '"v1.applies"' },
          ),
        ]);
        expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
      });

      it('makes a proposal of an amendment once an officer has taken the file, and a version when accepted', async () => {
        const person = await createDraft(service);
        const { dossier } = (await file(service, person)).body;
        const desk = await officer();
        expect((await command(dossier, person.bearer, { command: 'take' })).status).toBe(403);
        expect((await command(dossier, desk, { command: 'take' })).body.amending).toBe('proposes');
        const answers = { ...defaultAnswers, card: { reason: 'lost', until: '2027-02-23' } };
        const proposed = await amend(dossier, person, answers, { 'if-match': '"v1.proposes"' });
        expect(proposed.status).toBe(201);
        const more = { ...answers, person: { ...defaultAnswers.person, givenNames: 'Aminata' } };
        const key = { 'if-match': '"v1.proposes"', 'idempotency-key': `${person.key}-1` };
        const second = await amend(dossier, person, more, key);
        expect((await amend(dossier, person, more, key)).body).toEqual(second.body);
        expect(
          (await amend(dossier, person, { ...more, card: { reason: 'lost' } }, key)).status,
        ).toBe(201);
        expect(proposed.body).toMatchObject({ version: 1, attestation: { kind: 'amendment' } });
        const decide = {
          command: 'decide',
          body: {
            outcome: 'favourable',
            reasons: 'art. 3',
            by: { name: 'Claire Martin', quality: 'attachée' },
          },
        };
        expect((await command(dossier, desk, decide)).body.code).toBe('proposal-unanswered');
        for (const proposal of [2, 3])
          await command(dossier, desk, {
            command: 'answer-proposal',
            body: { proposal, accepted: false, reason: 'no' },
          });
        const accepted = await command(dossier, desk, {
          command: 'answer-proposal',
          body: { proposal: 1, accepted: true },
        });
        expect(accepted.body).toMatchObject({ version: 2 });
        expect(accepted.body.attestations.at(-1)).toMatchObject({ kind: 'amendment' });
        const version = await service.call('GET', `/api/v1/dossiers/${dossier}/versions/2`, {
          bearer: person.bearer,
        });
        expect(version.body.answers.card.reason).toBe('lost');
        expect((await command(dossier, desk, decide)).body).toMatchObject({ amending: 'closed' });
        expect(
          (await amend(dossier, person, defaultAnswers, { 'if-match': '"v2.closed"' })).body.code,
        ).toBe('amending-closed');
      });

      it('is complete from the day that pieces asked for are supplied, without an officer’s act', async () => {
        const person = await createDraft(service);
        const { dossier } = (await file(service, person)).body;
        const desk = await officer();
        const asked = await command(dossier, desk, {
          command: 'request-pieces',
          body: { pieces: ['identity'], within: 'P15D' },
        });
        expect(asked.body).toMatchObject({
          turn: 'holder',
          clocks: [{ name: 'silence', state: 'suspended' }],
        });
        const sent = await put(person, 'identity', 'file0040', png);
        const body = filingOf(service, defaultAnswers, { identity: { files: [sent.body] } });
        const supplied = await service.call('POST', `/api/v1/dossiers/${dossier}/amendments`, {
          bearer: person.bearer,
          headers: { 'if-match': asked.body.etag },
          body: { ...body, difference: { base: 1, changes: [] }, reason: '' },
        });
        expect(supplied.body).toMatchObject({
          version: 2,
          attestation: { kind: 'amendment' },
          view: { complete: 'true', clocks: [{ name: 'silence', state: 'running' }] },
        });
        expect(supplied.body.view.timeline.map((one: { type: string }) => one.type)).toContain(
          'PIECES_SUPPLIED',
        );
      });

      it('supplies pieces at once and proposes what else is changed with them, once taken', async () => {
        const person = await createDraft(service);
        const { dossier } = (await file(service, person)).body;
        const desk = await officer();
        await command(dossier, desk, { command: 'take' });
        const asked = await command(dossier, desk, {
          command: 'request-pieces',
          body: { pieces: ['identity'], within: 'P15D' },
        });
        const sent = await put(person, 'identity', 'file0041', png);
        const answers = { ...defaultAnswers, card: { reason: 'lost', until: '2027-02-23' } };
        const body = filingOf(service, answers, { identity: { files: [sent.body] } });
        const both = await service.call('POST', `/api/v1/dossiers/${dossier}/amendments`, {
          bearer: person.bearer,
          headers: { 'if-match': asked.body.etag },
          body: { ...body, difference: { base: 1, changes: [] }, reason: 'I lost it' },
        });
        expect(both.body).toMatchObject({
          version: 2,
          view: {
            complete: 'true',
            proposals: [{ n: 1, state: 'waiting' }],
            clocks: [{ state: 'running' }],
          },
        });
        const acts = both.body.view.timeline.slice(-4);
        expect(acts).toMatchObject([
          { type: 'PIECES_SUPPLIED' },
          { type: 'ATTESTATION_ISSUED', note: 'amendment' },
          { type: 'AMENDMENT_PROPOSED', note: 'I lost it' },
          { type: 'ATTESTATION_ISSUED', note: 'amendment' },
        ]);
        const second = `/api/v1/dossiers/${dossier}/versions/2`;
        const { body: version } = await service.call('GET', second, { bearer: person.bearer });
        expect(version.answers.card.reason).toBe('renewal');
        expect(version.pieces.identity.files).toHaveLength(1);
      });

      it('keeps a stranger, a wrong id and an unknown dossier alike', async () => {
        const person = await createDraft(service);
        const { dossier } = (await file(service, person)).body;
        const stranger = newPerson();
        for (const path of ['', '/versions/1', '/events']) {
          const forbidden = await service.call('GET', `/api/v1/dossiers/${dossier}${path}`, {
            bearer: stranger.bearer,
          });
          const unknown = await service.call('GET', `/api/v1/dossiers/${newPerson().id}${path}`, {
            bearer: stranger.bearer,
          });
          expect(forbidden.status).toBe(404);
          expect(forbidden.text).toBe(unknown.text);
        }
      });

      it('writes the end of a clock by itself, once, at its due time', async () => {
        const person = await createDraft(service);
        const { dossier, view } = (await file(service, person)).body;
        expect(view.clocks).toMatchObject([
          { name: 'silence', state: 'running', due: '2027-03-23T22:59:59.999Z' },
        ]);
        service.clock.now = new Date('2027-03-24T08:00:00Z');
        await Promise.all([
          service.running.runQueue(),
          command(dossier, person.bearer, { command: 'report-incident', body: { kind: 'outage' } }),
        ]);
        await service.running.runQueue();
        const rows = await store.db.query<{ type: string; occurred_at: Date }>(
          'select type, occurred_at from events order by seq',
        );
        expect(rows.map((row) => row.type)).toEqual([
          'FILED',
          'ATTESTATION_ISSUED',
          'CLOCK_ENDED',
          'SILENCE_REACHED',
          'INCIDENT_RECORDED',
        ]);
        expect(rows[2]?.occurred_at.toISOString()).toBe('2027-03-23T22:59:59.999Z');
      });

      it('streams events by the dossier’s own sequence, from where the reader left', async () => {
        const person = await createDraft(service);
        const { dossier } = (await file(service, person)).body;
        const stop = new AbortController();
        const response = await fetch(`${service.url}/api/v1/dossiers/${dossier}/events`, {
          headers: { authorization: `Bearer ${person.bearer}`, 'last-event-id': '1' },
          signal: stop.signal,
        });
        expect(response.headers.get('content-type')).toContain('text/event-stream');
        expect(response.headers.get('x-accel-buffering')).toBe('no');
        expect(response.headers.get('content-encoding')).toBeNull();
        const seen = readIds(response);
        expect(await seen(1)).toEqual(['2']);
        await command(dossier, await officer(), { command: 'take' });
        expect(await seen(2)).toEqual(['2', '3']);
        stop.abort();
      });
    });

    describe('pieces', () => {
      it('keeps a file sealed, gives it back, and files it', async () => {
        const person = await createDraft(service);
        const sent = await put(person, 'identity', 'file0001', png);
        expect(sent.body).toMatchObject({
          id: 'file0001',
          name: 'carte d’identité.png',
          type: 'image/png',
          size: png.length,
          state: 'stored',
        });
        expect((await put(person, 'identity', 'file0001', png)).body).toEqual(sent.body);
        const back = await fetch(
          `${service.url}/api/v1/drafts/${person.id}/pieces/identity/file0001`,
          {
            headers: { authorization: `Bearer ${person.bearer}` },
          },
        );
        expect(Buffer.from(await back.arrayBuffer()).equals(png)).toBe(true);
        expect(back.headers.get('content-disposition')).toMatch(/^attachment/);
        expect(back.headers.get('x-content-type-options')).toBe('nosniff');
        const filed = await file(
          service,
          person,
          filingOf(service, defaultAnswers, { identity: { files: [sent.body] } }),
        );
        expect(filed.body.view.complete).toBe('true');
      });

      it('keeps a file of several chunks whole', async () => {
        const person = await createDraft(service);
        const big = Buffer.concat([png, Buffer.alloc(1_400_000, 7)]);
        expect((await put(person, 'identity', 'file0002', big)).status).toBe(200);
        const back = await fetch(
          `${service.url}/api/v1/drafts/${person.id}/pieces/identity/file0002`,
          {
            headers: { authorization: `Bearer ${person.bearer}` },
          },
        );
        expect(Buffer.from(await back.arrayBuffer()).equals(big)).toBe(true);
      });

      it('refuses by content, size and digest, each with its own code', async () => {
        const person = await createDraft(service);
        expect(
          (
            await put(
              person,
              'identity',
              'file0003',
              Buffer.from('<html><script>alert(1)</script>'),
            )
          ).body.code,
        ).toBe('file-type-forbidden');
        expect((await put(person, 'loss', 'file0004', png)).body.code).toBe('file-type-forbidden');
        expect((await put(person, 'identity', 'file0005', Buffer.alloc(0))).body.code).toBe(
          'file-empty',
        );
        expect(
          (await put(person, 'loss', 'file0006', Buffer.concat([png, Buffer.alloc(1_500_000)])))
            .body.code,
        ).toBe('file-too-large');
        expect((await put(person, 'identity', 'file0007', Buffer.alloc(3_000_000))).body.code).toBe(
          'file-too-large',
        );
        expect(
          (
            await put(person, 'identity', 'file0008', png, {
              'content-digest': digestOf(Buffer.from('other')),
            })
          ).body.code,
        ).toBe('digest-mismatch');
        expect(
          (await put(person, 'identity', 'file0009', png, { 'content-digest': 'md5=:AAAA:' })).body
            .code,
        ).toBe('digest-missing');
        expect((await put(person, 'toString', 'file0010', png)).status).toBe(404);
        expect(
          (await put({ ...person, bearer: newPerson().bearer }, 'identity', 'file0011', png))
            .status,
        ).toBe(404);
        expect(await store.db.query('select id from pieces')).toEqual([]);
      });

      it('never changes a stored file', async () => {
        const person = await createDraft(service);
        await put(person, 'identity', 'file0012', png);
        const other = Buffer.concat([png, Buffer.from('more')]);
        expect((await put(person, 'identity', 'file0012', other)).body.code).toBe('file-exists');
      });
    });

    describe('filing on a day', () => {
      const day = '2026-12-01';
      const fileOn = (person: Person, body: object): Promise<Answer> =>
        service.call('PUT', `/api/v1/drafts/${person.id}/file-on`, { bearer: person.bearer, body });

      it('files at the start of that day in the operator’s zone, exactly once', async () => {
        const person = await createDraft(service);
        expect((await fileOn(person, { day, filing: filingOf(service) })).body).toEqual({
          on: day,
        });
        expect(
          (await service.call('GET', `/api/v1/drafts/${person.id}`, { bearer: person.bearer })).body
            .fileOn,
        ).toBe(day);
        service.clock.now = new Date('2026-11-30T22:59:59Z');
        await service.running.runQueue();
        expect(await store.db.query('select count(*) as n from dossiers')).toEqual([{ n: 0 }]);
        service.clock.now = new Date('2026-11-30T23:00:01Z');
        await Promise.all([
          service.running.runQueue(),
          file(service, person),
          service.running.runQueue(),
        ]);
        const read = await service.call('GET', `/api/v1/drafts/${person.id}`, {
          bearer: person.bearer,
        });
        expect(read.body.dossier).toMatch(/^[0-9a-z]{26}$/);
        expect(service.log.join()).not.toContain('verdicts-differ');
        expect(read.body.fileOn).toBeUndefined();
        expect(await store.db.query('select count(*) as n from dossiers')).toEqual([{ n: 1 }]);
      });

      it('forgets the day when asked to, and refuses one that is not ahead', async () => {
        const person = await createDraft(service);
        expect(
          (await fileOn(person, { day: '2026-11-23', filing: filingOf(service) })).body.code,
        ).toBe('day-not-ahead');
        await fileOn(person, { day, filing: filingOf(service) });
        const cleared = await service.call('DELETE', `/api/v1/drafts/${person.id}/file-on`, {
          bearer: person.bearer,
        });
        expect(cleared.body).toEqual({ on: null });
        service.clock.now = new Date('2026-12-02T10:00:00Z');
        await service.running.runQueue();
        expect(await store.db.query('select count(*) as n from dossiers')).toEqual([{ n: 0 }]);
      });

      it('says in the draft what stopped it, and loses nothing', async () => {
        const person = await createDraft(service);
        const sent = await put(person, 'identity', 'file0020', png);
        await fileOn(person, {
          day,
          filing: filingOf(service, defaultAnswers, { identity: { files: [sent.body] } }),
        });
        await store.db.query('delete from piece_chunks');
        await store.db.query('delete from pieces');
        service.clock.now = new Date('2026-12-01T10:00:00Z');
        await service.running.runQueue();
        const read = await service.call('GET', `/api/v1/drafts/${person.id}`, {
          bearer: person.bearer,
        });
        expect(read.body.notices).toMatchObject([
          { code: 'issues', issues: [{ pointer: '@piece/identity', code: 'file-not-stored' }] },
        ]);
        expect((await file(service, person)).status).toBe(201);
      });
    });

    describe('what anybody may see', () => {
      it('serves the operator, the keys and the published procedure', async () => {
        expect((await service.call('GET', '/api/v1/operator')).body.authority).toBe(
          'Préfecture de Démonstration',
        );
        const keys = (await service.call('GET', '/api/v1/keys')).text;
        expect(keys).not.toContain('"d"');
        const plan = await service.call('GET', '/procedures/library-card/plan.json');
        expect(plan.body).toEqual(JSON.parse(JSON.stringify(formPlanOf(service.published.plan))));
        const again = await service.call('GET', '/procedures/library-card/plan.json', {
          headers: { 'if-none-match': plan.headers.get('etag') ?? '' },
        });
        expect(again.status).toBe(304);
        const meta = await service.call('GET', '/procedures/library-card/1.0.0/meta.json');
        expect(meta.body).toMatchObject({
          id: 'library-card',
          version: '1.0.0',
          planHash: service.published.planHash,
        });
        expect(meta.body.languages).toEqual(['fr', 'en']);
        expect(
          (await service.call('GET', '/procedures/library-card/texts.en.json')).body.title,
        ).toBe('Library card');
        for (const path of [
          '/procedures/library-card/texts.toString.json',
          '/procedures/none/plan.json',
          '/nowhere',
        ]) {
          expect((await service.call('GET', path)).body.code).toBe('not-found');
        }
      });

      it('lets listed origins in and no other', async () => {
        const person = await createDraft(service);
        const ask = (origin: string) =>
          service.call('GET', `/api/v1/drafts/${person.id}`, {
            bearer: person.bearer,
            headers: { origin },
          });
        expect(
          (await ask('https://association.example')).headers.get('access-control-allow-origin'),
        ).toBe('https://association.example');
        expect(
          (await ask('https://elsewhere.example')).headers.get('access-control-allow-origin'),
        ).toBeNull();
        const write = await service.call('POST', `/api/v1/drafts/${person.id}/entries`, {
          bearer: person.bearer,
          body: { entries: [] },
          headers: { origin: 'https://elsewhere.example' },
        });
        expect(write.status).toBe(403);
      });
    });

    it('keeps what a person typed out of the tables, the log and the answers to others', async () => {
      const canary = 'CANARY7f3a';
      const person = await createDraft(service);
      await service.call('POST', `/api/v1/drafts/${person.id}/entries`, {
        bearer: person.bearer,
        body: { entries: [entry(1, '/person/birthName', canary, canary)] },
      });
      const bytes = Buffer.concat([png, Buffer.from(canary)]);
      const sent = await put(person, 'identity', 'file0030', bytes, {
        'x-guichet-name': `${canary}.png`,
      });
      const answers = {
        person: { birthName: canary, givenNames: canary, birth: '1999' },
        card: { reason: 'stolen', reportNumber: canary },
      };
      const filed = await file(
        service,
        person,
        filingOf(service, answers, { identity: { files: [sent.body] } }),
      );
      expect(filed.status).toBe(201);
      await amend(
        filed.body.dossier,
        person,
        { ...answers, card: { reason: 'lost' } },
        { 'if-match': '"v1.applies"' },
      );
      await command(filed.body.dossier, person.bearer, {
        command: 'withdraw',
        body: { reason: canary },
      });
      await file(
        service,
        person,
        filingOf(service, { person: { givenNames: 5, birth: canary }, card: { reason: canary } }),
      );
      await service.call('GET', `/api/v1/drafts/${canary}`);
      for (const table of await tablesOf(store)) {
        const rows = await store.db.query<{ text: string }>(
          `select t::text as text from ${table} t`,
        );
        const hex = Buffer.from(canary).toString('hex');
        expect(rows.filter(({ text }) => text.includes(canary) || text.includes(hex))).toEqual([]);
      }
      expect(service.log.length).toBeGreaterThan(5);
      expect(service.log.join('\n')).not.toContain(canary);
      expect(service.log.join('\n')).not.toContain(person.id);
    });
  });
}

function refOf(service: TestService): object {
  const { id, version, planHash } = service.published;
  return { id, version, planHash };
}

async function tablesOf(store: TestStore): Promise<readonly string[]> {
  const rows = await store.db.query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public'`,
  );
  return rows.map((row) => row.table_name);
}

/** Reads ids off a stream until there are `count` of them. */
function readIds(response: Response): (count: number) => Promise<readonly string[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return async (count) => {
    for (;;) {
      const ids = [...text.matchAll(/^id: (\d+)$/gm)].map((found) => found[1] ?? '');
      if (ids.length >= count) return ids;
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return ids;
      text += chunk.value;
    }
  };
}
