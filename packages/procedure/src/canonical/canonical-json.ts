import canonicalize from 'canonicalize';
import { ProcedureError } from '../errors.js';

/**
 * RFC 8785 canonical JSON of a value: the text that hashes and signatures are made over.
 * Members whose value is `undefined` are left out. Throws `not-json` for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  try {
    const text = canonicalize(value);
    if (typeof text === 'string') return text;
  } catch {
    // NaN and infinities: reported below, with what was given.
  }
  throw new ProcedureError('not-json', { type: typeof value });
}
