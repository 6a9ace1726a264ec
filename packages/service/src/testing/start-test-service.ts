import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Operator, Published } from '@guichet/procedure';
import { libraryOf } from '../library/published-library.js';
import { logTo } from '../log.js';
import { newId } from '../secrets/new-id.js';
import { startService, type RunningService } from '../start-service.js';
import type { SqlPort } from '../store/sql-port.js';
import { libraryCard } from './library-card.js';
import { operator as administration } from './operator.js';

export interface TestService {
  readonly url: string;
  readonly running: RunningService;
  readonly keysDir: string;
  readonly published: Published;
  /** Lines as they were written. */
  readonly log: string[];
  /** The service's clock; set it to move time. */
  readonly clock: { now: Date };
  /** A fetch to the service; `body` is sent as JSON. */
  call(method: string, url: string, options?: Call): Promise<Answer>;
  close(): Promise<void>;
}

export interface Call {
  readonly bearer?: string;
  readonly body?: unknown;
  readonly raw?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for
  readonly body: any;
  readonly text: string;
}

/** A real service on a real port, its store given by the test, its clock in the test's hand. */
export async function startTestService(
  db: SqlPort,
  options: {
    readonly operator?: Operator;
    readonly published?: readonly Published[];
    readonly keysDir?: string;
    readonly now?: string;
  } = {},
): Promise<TestService> {
  const keysDir = options.keysDir ?? (await mkdtemp(path.join(tmpdir(), 'guichet-keys-')));
  const published = options.published ?? [await libraryCard()];
  const log: string[] = [];
  const clock = { now: new Date(options.now ?? '2026-11-23T10:00:00+01:00') };
  const running = await startService({
    dataDir: 'unused',
    keysDir,
    operator: options.operator ?? administration,
    schemasDir: libraryOf(published),
    ports: [0],
    store: { db, close: async () => undefined },
    log: logTo((line) => log.push(line)),
    now: () => clock.now,
    queueMs: 1_000_000,
  });
  const url = running.urls[0] ?? '';
  const [first] = published;
  if (!first) throw new Error('A test service needs a procedure.');
  return {
    url,
    running,
    keysDir,
    published: first,
    log,
    clock,
    call: (method, to, call = {}) => callService(url + to, method, call),
    async close() {
      await running.close();
      if (!options.keysDir) await rm(keysDir, { recursive: true, force: true });
    },
  };
}

async function callService(
  url: string,
  method: string,
  { bearer, body, raw, headers }: Call,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(raw === undefined
      ? body === undefined
        ? {}
        : { body: JSON.stringify(body) }
      : { body: raw }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : undefined,
    text,
  };
}

/** What a page makes with a fresh draft. */
export interface Person {
  readonly id: string;
  readonly key: string;
  readonly bearer: string;
}

export function newPerson(): Person {
  return { id: newId(), key: newId(), bearer: newId() };
}

/** Creates a draft on the service. */
export async function createDraft(service: TestService, person = newPerson()): Promise<Person> {
  const { id, version, planHash } = service.published;
  const answer = await service.call('PUT', `/api/v1/drafts/${person.id}`, {
    bearer: person.bearer,
    body: {
      draft: {
        id: person.id,
        key: person.key,
        procedure: { id, version, planHash },
        startedAt: service.clock.now.toISOString(),
      },
    },
  });
  if (answer.status !== 201) throw new Error(`The draft was not made: ${answer.text}`);
  return person;
}

/** Body of a filing of the library card. */
export function filingOf(
  service: TestService,
  answers: object = defaultAnswers,
  pieces: object = missingIdentity,
): object {
  const { planHash, texts } = service.published;
  return {
    version: { answers, marks: {}, pieces },
    planHash,
    textsHash: texts['fr']?.hash ?? '',
    lang: 'fr',
  };
}

export const defaultAnswers = {
  person: { birthName: 'Diallo', givenNames: 'Amina', birth: '1999-04-02' },
  card: { reason: 'renewal', until: '2027-02-23' },
};
const missingIdentity = {
  identity: { is: 'missing', why: 'to come', at: '2026-11-23T09:00:00.000Z' },
};

/** Files, answering whatever the service says. */
export function file(
  service: TestService,
  person: Person,
  body: object = filingOf(service),
): Promise<Answer> {
  return service.call('POST', `/api/v1/drafts/${person.id}/file`, {
    bearer: person.bearer,
    headers: { 'idempotency-key': person.key },
    body,
  });
}
