/** Removes what people type between digits: spaces of any width, dots, hyphens, slashes, brackets. @internal */
export function stripSeparators(text: string): string {
  return text.replace(/[\s\u00a0\u202f\u2009.\-\u2010-\u2013/()]/gu, '');
}
