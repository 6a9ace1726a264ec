import { ProcedureError } from '../errors.js';
import type { Pointer } from '../types/condition.js';

/**
 * The segments of an RFC 6901 JSON pointer, unescaped; `''` has none. Throws `not-a-pointer`.
 *
 * @example parsePointer('/card/reason') // ['card', 'reason']
 */
export function parsePointer(pointer: Pointer): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new ProcedureError('not-a-pointer', { text: pointer });
  if (!pointer.includes('~')) return pointer.slice(1).split('/');
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
