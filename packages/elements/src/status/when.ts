import { dayIn, daysBetween, parseDuration } from '@guichet/procedure';
import type { StatusScope } from './status-scope.js';

type At = Pick<StatusScope, 'zone' | 'texts' | 'say' | 'now'>;

/** An instant in words: the day in full and the time, in the operator's zone. */
export function moment(at: At, instant: string): string {
  const time = new Intl.DateTimeFormat(`${at.texts.lang}-u-nu-latn`, {
    timeZone: at.zone,
    timeStyle: 'short',
  });
  return at.say('status.at', {
    day: dayIn(instant, at.zone),
    time: time.format(new Date(instant)),
  });
}

/** Calendar day of an instant in the operator's zone, for `{day, date}`. */
export function dayOf({ zone }: At, instant: string): string {
  return dayIn(instant, zone);
}

/** Whole days from today to the day of an instant; negative when it is past. */
export function daysLeft({ zone, now }: At, instant: string): number {
  return daysBetween(dayIn(now, zone), dayIn(instant, zone));
}

/** An ISO 8601 duration in words: `P2M` is *2 mois*. */
export function duration({ texts }: At, text: string): string {
  const parts = parseDuration(text);
  if (!parts) return text;
  const counted = { year: parts.years, month: parts.months, week: parts.weeks, day: parts.days };
  return Object.entries(counted)
    .filter(([, n]) => n !== 0)
    .map(([unit, n]) => {
      const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
      return new Intl.NumberFormat(`${texts.lang}-u-nu-latn`, style).format(n);
    })
    .join(' ');
}
