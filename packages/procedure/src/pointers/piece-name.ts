/** The parts of a piece's name: the piece of the procedure, and which of its instances. */
export interface PieceName {
  readonly base: string;
  /** Row id, or a value of the rows; absent when the piece is asked once. */
  readonly instance?: string;
}

/**
 * The name of one instance of a piece asked for each row or value: the piece's own, `/`, and the row id or
 * the value, escaped as in a pointer (RFC 6901 §3).
 *
 * @example pieceNameOf('policeRecord', 'DZ') // 'policeRecord/DZ'
 */
export function pieceNameOf(base: string, instance: string): string {
  return `${base}/${instance.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The parts of a piece's name, unescaped. */
export function splitPieceName(name: string): PieceName {
  const slash = name.indexOf('/');
  if (slash < 0) return { base: name };
  const escaped = name.slice(slash + 1);
  const instance = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
  return { base: name.slice(0, slash), instance };
}
