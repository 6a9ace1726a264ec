import { describe, expect, it } from 'vitest';
import { dayIn } from './day-in.js';

/** Browsers may answer by Temporal where Node answers by Intl: both are held to the same days. */
describe('dayIn in a browser', () => {
  it.each([
    ['2026-11-23T22:59:59Z', 'Europe/Paris', '2026-11-23'],
    ['2026-11-23T23:00:00Z', 'Europe/Paris', '2026-11-24'],
    ['2027-03-28T00:59:59Z', 'Europe/Paris', '2027-03-28'],
    ['2027-10-31T23:30:00Z', 'Europe/Paris', '2027-11-01'],
    ['2026-11-23T02:59:59Z', 'America/Cayenne', '2026-11-22'],
    ['2026-11-23T20:00:00Z', 'Indian/Reunion', '2026-11-24'],
    ['2028-02-29T12:59:59Z', 'Pacific/Noumea', '2028-02-29'],
    ['2038-01-19T03:14:08Z', 'Europe/Paris', '2038-01-19'],
    ['1899-12-31T23:59:59Z', 'UTC', '1899-12-31'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayIn(instant, zone)).toBe(day);
    expect(dayIn(new Date(instant), zone)).toBe(day);
  });

  it('names a zone that does not exist', () => {
    expect(() => dayIn('2026-11-23T00:00:00Z', 'Europe/Atlantis')).toThrowError(/Europe\/Atlantis/);
  });
});
