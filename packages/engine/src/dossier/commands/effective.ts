import type { RefusalCode } from './command.js';

/**
 * Why an act cannot have taken effect at an instant; nothing when it can (rules.md B9).
 *
 * Late news is about something that was: not later than now, and not before what it is about existed. A date typed
 * wrong would otherwise start a legal delay years ago. `begun` absent: nothing is known of its beginning.
 */
export function effectiveRefusal(
  at: Date,
  between: { readonly begun?: Date | undefined; readonly now: Date },
): Extract<RefusalCode, 'effective-in-future' | 'effective-too-early'> | undefined {
  if (at > between.now) return 'effective-in-future';
  return between.begun && at < between.begun ? 'effective-too-early' : undefined;
}
