import type { FormSession } from '@guichet/engine';
import type { DraftLog } from '@guichet/gateway';

/** Wait before trying again where what takes a log in could not be loaded, ms. */
const retryAfter = 5_000;

/**
 * Keeps a session at what the log says, whoever wrote it: the same draft may be open in several pages.
 * While the log is read the next tellings wait, and are one. The answer ends it.
 */
export function followLog(
  log: Pick<DraftLog, 'onEntries' | 'entries'>,
  session: Pick<FormSession, 'whole'>,
): () => void {
  let isReading = false;
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readAll = async (): Promise<void> => {
    while (isStale) {
      const whole = await session.whole();
      isStale = false;
      whole.receive?.(await log.entries());
    }
  };
  const read = async (): Promise<void> => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    clearTimeout(timer);
    await readAll().catch(() => (timer = setTimeout(() => void read(), retryAfter)));
    isReading = false;
  };
  const stop = log.onEntries(() => void read());
  return () => {
    stop();
    clearTimeout(timer);
  };
}
