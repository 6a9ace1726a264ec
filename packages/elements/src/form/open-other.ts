import type { FormConnection, OtherProcedure } from '../connect.js';
import { ask } from '../events.js';

/**
 * Opens the other procedure of an exit, unless the host does it itself: it hears which one and which questions
 * are answered, never the answers, and prevents the default. Rejects when it cannot be opened.
 */
export async function openOther(
  host: HTMLElement,
  connection: FormConnection,
  other: OtherProcedure,
): Promise<FormConnection | undefined> {
  const { procedure, answers } = other;
  const isOurs = ask(host, 'guichet-exit', { procedure, pointers: Object.keys(answers) });
  return isOurs ? connection.openOther?.(other) : undefined;
}
