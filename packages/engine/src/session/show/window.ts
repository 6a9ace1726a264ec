import { daysBetween, type Day } from '@guichet/procedure';
import { judgeWindow, type JudgedWindow } from '../../judge/window.js';
import type { Core } from '../core.js';
import { incidentDay } from '../incident-since.js';
import { otherDay } from '../favours.js';
import type { WindowView } from '../views.js';
import { factWord, own, say } from '../words.js';

/** The filing window, said in full: last day, days left, and what being late means, before and after. */
export function showWindow(core: Core): WindowView {
  const other = otherDay(core);
  const since = core.filed ? undefined : incidentDay(core);
  const judged = judgeWindow(core.model, { otherDay: other, incidentSince: since });
  const { opens, closes } = judged;
  // Late, but an incident began in time: it is not known, so nothing of lateness is said (rules.md A7).
  const isExcused = judged.state === 'after' && judged.inWindow === 'unknown';
  const state = isExcused ? 'unknown' : judged.state;
  const best = other === undefined ? [] : [say(core, 'window.bestDay')];
  const scheduled = core.filed ? undefined : core.progress.fileOn;
  const planned = scheduled === undefined ? [] : [say(core, 'filing.scheduled', { day: scheduled })];
  return {
    state,
    opens,
    lastDay: closes,
    daysLeft: closes === undefined ? undefined : daysBetween(core.model.days.today, closes),
    sentences: core.plan.window
      ? [
          ...planned,
          ...(isExcused ? [] : sentencesOf(core, judged)),
          ...incidentIn(core, isExcused, since),
          ...best,
        ]
      : [],
    // Only an authority can file for somebody: a third party prepares, at any time.
    fileOn: state === 'before' && core.profile === 'administration' ? opens : undefined,
    scheduled,
  };
}

/** What a filing that failed for want of an answer changes, said before filing again. */
function incidentIn(core: Core, isExcused: boolean, since: Day | undefined): readonly string[] {
  if (since === undefined) return [];
  return [say(core, isExcused ? 'window.incident' : 'window.incidentNoted', { day: since })];
}

function sentencesOf(core: Core, { state, opens, closes }: JudgedWindow): readonly string[] {
  if (opens === undefined || closes === undefined || state === 'unknown')
    return [say(core, 'window.unknown')];
  const { today } = core.model.days;
  const late = factWord(core, own(core.texts.says, core.plan.window?.lateMeans ?? ''));
  if (state === 'after')
    return [say(core, 'window.late', { day: closes, days: daysBetween(closes, today) }), late];
  const ifLate = [say(core, 'window.ifLate', { day: closes }), late];
  if (state === 'before') {
    const days = daysBetween(today, opens);
    return [
      say(core, 'window.before', { day: opens, days }),
      say(core, 'window.closes', { day: closes }),
      ...ifLate,
    ];
  }
  const days = daysBetween(today, closes);
  const key = days <= 0 ? 'window.lastDay' : 'window.in';
  return [say(core, key, { day: closes, days: Math.max(days, 0) }), ...ifLate];
}
