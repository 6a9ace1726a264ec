/** The call itself is off: says what and how to call it; the command then exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
