import { doubtable } from '@guichet/procedure';

/** What may be wrong with an answer: the libraries that tell are fetched when a first such question was answered. */
export async function doubts(format: string, value: string): Promise<string | undefined> {
  if (!doubtable.includes(format)) return undefined;
  const { doubtOf } = await import('@guichet/procedure/doubts');
  return doubtOf(format, value);
}
