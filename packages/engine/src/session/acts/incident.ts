import { dayIn, type Day } from '@guichet/procedure';
import { judgeWindow } from '../../judge/window.js';
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

/** Since when filing was tried in vain: the first time in the window, else the first time of all. ISO instant. */
export function incidentSince(core: Core): string | undefined {
  const all = core.progress.incidents.map(({ since }) => since).sort();
  const { opens } = judgeWindow(core.model);
  return all.find((since) => opens === undefined || dayIn(since, core.zone) >= opens) ?? all[0];
}

/** The same, as a day of the operator. */
export function incidentDay(core: Core): Day | undefined {
  const since = incidentSince(core);
  return since === undefined ? undefined : dayIn(since, core.zone);
}
