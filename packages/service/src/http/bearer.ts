import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '../secrets/cipher.js';
import { idPattern } from '../wire/read-draft.js';
import { WireProblem } from '../wire-problem.js';

/** The bearer token of a request; without one everything is `not-found`, as with a wrong one. */
export function bearerOf(request: FastifyRequest): string {
  const found = /^Bearer ([A-Za-z0-9_~+/=.-]{8,200})$/i.exec(request.headers.authorization ?? '');
  return found?.[1] ?? '-';
}

/** Whether the bearer is the officers' desk. */
export function isOfficer(bearer: string, token: Uint8Array): boolean {
  return timingSafeEqual(sha256(bearer), token);
}

/** A path parameter that names a thing by an opaque id; anything else is `not-found`. */
export function idOf(request: FastifyRequest, name: string): string {
  const value = (request.params as Readonly<Record<string, string | undefined>>)[name] ?? '';
  if (!idPattern.test(value)) throw new WireProblem('not-found');
  return value;
}

/** One header, alone. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
