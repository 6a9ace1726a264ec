import type { Pointer } from '../types/condition.js';

/** The RFC 6901 JSON pointer of some segments, escaped. */
export function joinPointer(segments: readonly string[]): Pointer {
  return segments
    .map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
