import type { OperatorView } from '@guichet/engine';
import type { LocalStore } from '@guichet/gateway';
import { api as paths } from '@guichet/gateway/wire';

/** A person who waits for a service that is down should not wait long: the copy will do. */
const patience = 8000;

/**
 * Asks the service who runs it, and keeps the answer: while the service is away, the form still
 * knows whose counters to name and whether it may speak of filing.
 */
export async function loadOperator(
  api: string,
  store: Promise<LocalStore | undefined>,
): Promise<OperatorView | undefined> {
  if (api === '') return undefined;
  const name = `operator ${api}`;
  try {
    const response = await fetch(api + paths.operator(), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`The operator's answer was ${response.status}.`);
    const operator = (await response.json()) as OperatorView;
    void store.then((kept) => kept?.keepCopy(name, operator)).catch(() => undefined);
    return operator;
  } catch {
    return (await (await store)?.copy(name).catch(() => undefined)) as OperatorView | undefined;
  }
}
