/** Code of a system or database error (`EACCES`, `23505`), for messages and decisions; never its text, which may hold a value. */
export function reasonOf(error: unknown): string {
  if (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
  )
    return error.code;
  return 'unknown';
}
