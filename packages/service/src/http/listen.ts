import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.js';
import { reasonOf } from '../reason-of.js';

/** Listens; answers the address to show. Port 0 takes a free one. Throws `port-taken`, `address-unusable`. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'EADDRINUSE') throw new ServiceError('port-taken', { port });
    throw new ServiceError('address-unusable', { host, port, reason });
  }
  const { port: taken } = app.server.address() as AddressInfo;
  return urlOf(host, taken);
}

/** The address of a listener. */
export function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The same address under the other name of this machine: a browser takes the two for two origins. */
export function namesOf(url: string): readonly string[] {
  const twin = url.includes('//127.0.0.1')
    ? url.replace('127.0.0.1', 'localhost')
    : url.replace('localhost', '127.0.0.1');
  return [...new Set([url, twin])];
}
