import { parseDuration, type Duration, type PiecePlan } from '@guichet/procedure';
import { freshness } from '../../judge/pieces.js';
import { dateParts } from '../../reading/read-date.js';
import { formatDate } from '../../texts/intl.js';
import type { Core } from '../core.js';
import type { PieceView } from '../views.js';
import { say } from '../words.js';

/** How recent a paper must be, the day that was said of it, and, as advice, what an old one costs. */
export function pieceFreshness(core: Core, name: string, plan: PiecePlan): PieceView['fresh'] {
  const { freshFor } = plan;
  if (freshFor === undefined) return undefined;
  const given = core.progress.pieces.get(name);
  const datedOn = given && 'files' in given ? given.datedOn : undefined;
  const verdict = freshness(given, plan, core.model.days.filing) ?? 'unknown';
  const delay = delayOf(freshFor);
  return {
    asks: say(core, 'pieces.fresh', delay),
    datedOn: datedOn === undefined ? '' : formatDate(datedOn, core.texts.lang),
    raw: dateParts(datedOn),
    verdict,
    stale: verdict === 'false' ? say(core, 'pieces.stale', delay) : '',
  };
}

/** A delay as a message says it: a number, and of what. */
function delayOf(duration: Duration): { readonly n: number; readonly unit: 'months' | 'days' } {
  const { years = 0, months = 0, weeks = 0, days = 0 } = parseDuration(duration) ?? {};
  const inMonths = years * 12 + months;
  return inMonths === 0 ? { n: weeks * 7 + days, unit: 'days' } : { n: inMonths, unit: 'months' };
}
