import type { Session } from '@guichet/engine';
import type { DraftLog } from '@guichet/gateway';

/**
 * Keeps a session at what the log says, whoever wrote it: the same draft may be open in several pages.
 * While the log is read the next tellings wait, and are one. The answer ends it.
 */
export function followLog(
  log: Pick<DraftLog, 'onEntries' | 'entries'>,
  session: Session,
): () => void {
  let isReading = false;
  let isStale = false;
  const read = async (): Promise<void> => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      session.receive?.(await log.entries());
    }
    isReading = false;
  };
  return log.onEntries(() => void read());
}
