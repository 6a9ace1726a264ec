import { act } from '../act.js';
import type { Core } from '../core.js';

/**
 * Writes down that filing failed because nobody answered, once per outage: what began in time must not be said
 * to be late. An outage is over when the service holds the line that told of it.
 */
export function noteOutage(core: Core, since: Date): void {
  const isOver = core.saver.saved()?.service === true;
  if (core.progress.incidents.length > 0 && !isOver) return;
  const at = core.ports.clock.now().toISOString();
  core.notify(
    act(core, (now) => {
      now.record({ op: 'incident', since: since.toISOString(), what: 'unreachable', at });
      now.changed.add('@window');
    }),
  );
}
