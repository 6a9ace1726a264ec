/** A pointer of a page of rows, where `./` means the row. */
export function absolute(pointer: string, each: string | undefined): string {
  return each !== undefined && pointer.startsWith('./') ? `${each}/*${pointer.slice(1)}` : pointer;
}
