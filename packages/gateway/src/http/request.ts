import type { Answer } from '../gateway.js';
import { pause } from './pause.js';

/** How to reach a service, and in whose name. */
export interface Reach {
  /** Origin, or origin and path prefix, without a slash at the end; the wire contract's paths follow it. */
  readonly api: string;
  readonly capability?: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds before each new attempt after a network fault; its length is their number. */
  readonly retryAfter?: readonly number[];
  /** Milliseconds for one attempt. */
  readonly timeout?: number;
}

export interface Asked {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly bytes?: Blob;
  readonly timeout?: number;
}

/**
 * Asks the service once, again after each network fault, and answers with data.
 *
 * Only a fault of the network is tried again: what the service said stands. The one exception is
 * `in-flight`, which says that the first attempt is still being answered (rules.md B11).
 */
export async function request<T>(
  reach: Reach,
  path: string,
  asked: Asked = {},
): Promise<Answer<T>> {
  const waits = reach.retryAfter ?? [500, 1500, 4000];
  for (let attempt = 0; ; attempt += 1) {
    const answer = await once<T>(reach, path, asked);
    const wait = waits[attempt];
    if (wait === undefined || !worthAnotherTry(answer)) return answer;
    await pause(wait);
  }
}

function worthAnotherTry(answer: Answer<unknown>): boolean {
  return answer.is === 'unreachable' || (answer.is === 'refused' && answer.code === 'in-flight');
}

async function once<T>(reach: Reach, path: string, asked: Asked): Promise<Answer<T>> {
  try {
    const response = await (reach.fetch ?? fetch)(reach.api + path, {
      method: asked.method ?? 'GET',
      headers: headersOf(reach, asked),
      body: asked.bytes ?? (asked.body === undefined ? null : JSON.stringify(asked.body)),
      signal: AbortSignal.timeout(asked.timeout ?? reach.timeout ?? 20_000),
      // The capability is the only right: no cookie of the host may travel, nothing may be cached on the way.
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    return await read<T>(response);
  } catch {
    // fetch throws for refused connections, cut bodies and timeouts alike: for the person they are one thing.
    return { is: 'unreachable' };
  }
}

export function headersOf(reach: Reach, asked: Asked): Record<string, string> {
  return {
    accept: 'application/json',
    ...(reach.capability === undefined ? {} : { authorization: `Bearer ${reach.capability}` }),
    ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...asked.headers,
  };
}

async function read<T>(response: Response): Promise<Answer<T>> {
  if (response.ok) {
    const text = await response.text();
    return { is: 'ok', value: (text === '' ? null : JSON.parse(text)) as T };
  }
  return readProblem(response.status, await response.text());
}

/** Reads a problem document; one that is none, from a proxy on the way, counts as a fault of the network. */
export function readProblem<T>(status: number, text: string): Answer<T> {
  const body = parseObject(text);
  const code = body['code'];
  if (typeof code !== 'string') {
    if (status >= 500) return { is: 'unreachable' };
    return { is: 'refused', status, code: `http-${status}`, message: '', body };
  }
  const message = body['detail'] ?? body['title'];
  return { is: 'refused', status, code, message: typeof message === 'string' ? message : '', body };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
