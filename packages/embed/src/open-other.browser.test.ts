/// <reference types="vite/client" />
import type { FormConnection } from '@guichet/elements';
import { openLocalStore } from '@guichet/gateway';
import { compile, type Published } from '@guichet/procedure';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connector } from './connector.js';
import { serveFolder } from './testing/served.js';

const texts = import.meta.glob<string>(
  '../../procedure/fixtures/schemas/{which-card,library-card,shared}/**/*.json',
  { query: '?raw', import: 'default', eager: true },
);
const files = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.replace(/^.*\/schemas\//, ''), text]),
);

async function publishedOf(id: string): Promise<Published> {
  const { published } = await compile({ id, files });
  if (!published) throw new Error(`"${id}" does not compile.`);
  return published;
}

const service = 'https://service.example';
let guide: Published;
let card: Published;
let asked: string[];
let stopServing: () => void;
let open: FormConnection[] = [];

beforeAll(async () => {
  [guide, card] = await Promise.all([publishedOf('which-card'), publishedOf('library-card')]);
});
beforeEach(async () => {
  await clear();
  stopServing = serve();
});
afterEach(() => {
  for (const connection of open) connection.close();
  stopServing();
  open = [];
});

/** Serves both folders, notes what is asked of the network, and lets the rest fail. */
function serve(): () => void {
  const own = globalThis.fetch;
  asked = [];
  serveFolder('/procedures/library-card/', card);
  const ofCard = globalThis.fetch;
  serveFolder('/procedures/which-card/', guide);
  const ofGuide = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, document.baseURI);
    asked.push(`${init?.method ?? 'GET'} ${pathname}`);
    return (pathname.includes('/library-card/') ? ofCard : ofGuide)(input, init);
  };
  return () => {
    globalThis.fetch = own;
  };
}

async function openGuide(api = service): Promise<FormConnection> {
  const connection = await connector.openForm({ src: '/procedures/which-card/', api, lang: 'fr' });
  open.push(connection);
  return connection;
}

/** Answers up to the exit that leads to the library card. */
function toTheExit({ session }: FormConnection): void {
  session.answer('/card/reason', 'stolen');
  session.next();
  session.answer('/town', 'here');
  session.next();
  expect(session.step().id).toBe('card');
}

async function saved({ session }: FormConnection): Promise<void> {
  await expect.poll(() => session.save().state).toBe('saved');
}

describe('a guide in a page that names a service', () => {
  it('makes no draft there, and keeps the answers on this device', async () => {
    const connection = await openGuide();
    toTheExit(connection);
    await saved(connection);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(connection.session.save()).toMatchObject({ device: true, service: false });
    expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(asked.filter((one) => one.includes('/drafts'))).toEqual([]);
    const whole = await connection.session.whole();
    expect(await whole.file()).toMatchObject({ is: 'refused', code: 'guide' });
    connection.close();
    const again = await openGuide();
    expect(again.session.step().id).toBe('card');
  });
});

describe('the other procedure of an exit', () => {
  it('opens on a draft of its own that holds what was said, and is kept with it', async () => {
    const connection = await openGuide('');
    toTheExit(connection);
    const carried = (await connection.session.whole()).carried();
    const other = await connection.openOther?.({ procedure: 'library-card', ...carried });
    if (!other) throw new Error('Nothing was opened.');
    open.push(other);
    expect(other.session.procedure.id).toBe('library-card');
    expect(other.session.field('/card/reason').value).toBe('stolen');
    expect(other.session.field('/card/reason').mark).toMatchObject({
      is: 'taken',
      from: 'which-card',
    });
    await saved(other);
    const store = await openLocalStore();
    const [draft] = (await store?.drafts('library-card')) ?? [];
    const entries = await store?.entries(draft?.id ?? '', 0);
    expect(entries?.map(({ op }) => op)).toEqual(['set', 'mark']);
    store?.close();
  });

  it('is not opened, and no draft is made, when nobody serves it', async () => {
    const connection = await openGuide('');
    toTheExit(connection);
    const nothing = { answers: {}, rows: {}, marks: {} };
    await expect(
      connection.openOther?.({ procedure: 'no-such-card', ...nothing }),
    ).rejects.toThrow();
    const store = await openLocalStore();
    expect(await store?.drafts('no-such-card')).toEqual([]);
    store?.close();
  });
});

async function clear(): Promise<void> {
  const store = await openLocalStore();
  for (const id of ['which-card', 'library-card'])
    for (const draft of (await store?.drafts(id)) ?? []) await store?.forget(draft.id);
  store?.close();
}
