import type { Pointer } from '@guichet/procedure';

/**
 * Makes a pointer of a condition concrete: `./x` is below the row `owner` is, or is in;
 * a `*` takes the row id that `owner` has at the same place.
 *
 * Undefined when `owner` is in no such row: the condition then has nothing to read.
 */
export function bind(pointer: Pointer, owner: Pointer): Pointer | undefined {
  if (pointer.startsWith('./')) return owner + pointer.slice(1);
  if (!pointer.includes('/*')) return pointer;
  const from = owner.split('/');
  const to = pointer.split('/');
  for (let i = 1; i < to.length; i++) {
    const id = from[i];
    if (to[i] !== '*') continue;
    if (id === undefined || !sameBefore(from, to, i)) return undefined;
    to[i] = id;
  }
  return to.join('/');
}

function sameBefore(from: readonly string[], to: readonly string[], end: number): boolean {
  for (let i = 1; i < end; i++) if (from[i] !== to[i]) return false;
  return true;
}
