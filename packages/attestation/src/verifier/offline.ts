export {};

/** Files of the page and a hash of them, written in by the build. */
declare const FILES: readonly string[];
declare const BUILD: string;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  addEventListener(name: 'install' | 'activate', act: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', act: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string };
}

/**
 * The verification page's worker: keeps the page's own files, nothing else. Never sees a code, which
 * stands after `#` and so is part of no request.
 */
const worker = globalThis as unknown as WorkerScope;
const name = `guichet-verifier-${BUILD}`;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isOurs(request.url)) return;
  event.respondWith(answer(request));
});

async function install(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const other of await caches.keys())
    if (other.startsWith('guichet-verifier-') && other !== name) await caches.delete(other);
  await worker.clients.claim();
}

function isOurs(address: string): boolean {
  const { scope } = worker.registration;
  const inside = address.startsWith(scope)
    ? address.slice(scope.length).split(/[?#]/)[0]
    : undefined;
  return inside !== undefined && FILES.includes(inside === '' ? './' : inside);
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(name);
  // Files are kept under the worker's own requests: a server that answers by header (Origin,
  // Accept-Encoding) would make each of them another file than the one the page asks for.
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}
