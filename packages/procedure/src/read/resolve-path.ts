/**
 * The file and pointer that a reference written in `from` means: `../shared/pieces.json#/identity`.
 * `undefined` for a remote address or one that leaves the `schemas` folder.
 */
export function resolvePath(
  from: string,
  reference: string,
): { readonly file: string; readonly pointer: string } | undefined {
  const [path = '', pointer = ''] = reference.split('#', 2);
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('/')) return undefined;
  if (path === '') return { file: from, pointer };
  const segments = from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return { file: segments.join('/'), pointer };
}
