import { dayIn, type Day } from '@guichet/procedure';
import { judgeWindow } from '../judge/window.js';
import type { Core } from './core.js';

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
