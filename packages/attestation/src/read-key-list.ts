import type { KeyList, PublishedKey } from './keys.js';

/**
 * Reads a key list that came from outside; `undefined` when it is anything else.
 *
 * A key that lacks a part is left out, so that one bad entry does not take the good ones away.
 */
export function readKeyList(json: string): KeyList | undefined {
  let list: unknown;
  try {
    list = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(list) || list['format'] !== 1 || !Array.isArray(list['keys'])) return undefined;
  const { issuedAt } = list;
  if (typeof issuedAt !== 'string' || Number.isNaN(Date.parse(issuedAt))) return undefined;
  return { format: 1, issuedAt, keys: list['keys'].filter(isKey) };
}

function isKey(key: unknown): key is PublishedKey {
  if (!isRecord(key) || key['kty'] !== 'EC' || key['crv'] !== 'P-256') return false;
  if (!['kid', 'x', 'y', 'from', 'until'].every((name) => typeof key[name] === 'string'))
    return false;
  const { issuer } = key;
  if (!isRecord(issuer) || typeof issuer['id'] !== 'string' || !isRecord(issuer['names']))
    return false;
  if (!Object.values(issuer['names']).every((name) => typeof name === 'string')) return false;
  return issuer['profile'] === 'administration' || issuer['profile'] === 'third-party';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
