import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDuration,
  compareDays,
  dayIn,
  daysBetween,
  endOfDay,
  isDay,
  isPartialDay,
  partialBounds,
  startOfDay,
} from '../index.js';

const seed = 20261123;
const days = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const zones = fc.constantFrom(
  'Europe/Paris',
  'America/Cayenne',
  'Pacific/Noumea',
  'Indian/Reunion',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
);

describe('addDuration', () => {
  it('clamps the end of the month, months before days', () => {
    expect(addDuration('2027-01-31', 'P1M')).toBe('2027-02-28');
    expect(addDuration('2028-01-31', 'P1M')).toBe('2028-02-29');
    expect(addDuration('2027-01-31', 'P1M1D')).toBe('2027-03-01');
    expect(addDuration('2008-02-29', 'P18Y')).toBe('2026-02-28');
    expect(addDuration('2027-03-31', '-P1M')).toBe('2027-02-28');
    expect(addDuration('2027-06-30', '-P120D')).toBe('2027-03-02');
    expect(addDuration('2027-01-01', 'P2W')).toBe('2027-01-15');
  });

  it('stays among the days that four digits of a year write, since days are compared as texts', () => {
    expect(addDuration('9999-12-31', 'P1D')).toBe('9999-12-31');
    expect(addDuration('9999-12-31', 'P18Y')).toBe('9999-12-31');
    expect(addDuration('0000-01-01', '-P1M')).toBe('0000-01-01');
  });

  it('throws coded errors for what is not a day or a duration', () => {
    expect(() => addDuration('2027-02-30', 'P1D')).toThrowError(/calendar day/);
    expect(() => addDuration('2027-02-01', 'PT1H')).toThrowError(/duration/);
  });

  it('moves by as many days as asked, and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 9999 }), (day, n) => {
        const moved = addDuration(day, `P${n}D`);
        expect(daysBetween(day, moved)).toBe(n);
        expect(addDuration(moved, `-P${n}D`)).toBe(day);
        expect(compareDays(day, moved)).toBe(n === 0 ? 0 : -1);
      }),
      { seed },
    );
  });

  it('lands on a day that exists', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 999 }), fc.boolean(), (day, n, back) => {
        expect(isDay(addDuration(day, `${back ? '-' : ''}P${n}M`))).toBe(true);
      }),
      { seed },
    );
  });
});

describe('partial dates', () => {
  it('leave spaces around them aside, as their formats do', () => {
    expect(partialBounds(' 1980-02-03 ')).toEqual({ earliest: '1980-02-03', latest: '1980-02-03' });
  });

  it('are intervals', () => {
    expect(partialBounds('1980')).toEqual({ earliest: '1980-01-01', latest: '1980-12-31' });
    expect(partialBounds('1980-02')).toEqual({ earliest: '1980-02-01', latest: '1980-02-29' });
    expect(partialBounds('1980-02-03')).toEqual({ earliest: '1980-02-03', latest: '1980-02-03' });
    for (const text of ['1980-13', '1980-02-30', '80', '1980-2', '', 'XXXX']) {
      expect(isPartialDay(text), text).toBe(false);
    }
  });
});

describe('dayIn and endOfDay', () => {
  it('read the calendar of the zone', () => {
    expect(dayIn('2027-02-22T23:30:00Z', 'Europe/Paris')).toBe('2027-02-23');
    expect(dayIn('2027-02-22T23:30:00Z', 'America/Cayenne')).toBe('2027-02-22');
    expect(endOfDay('2027-03-28', 'Europe/Paris')).toBe('2027-03-28T21:59:59.999Z');
    expect(endOfDay('2027-10-31', 'Europe/Paris')).toBe('2027-10-31T22:59:59.999Z');
    expect(startOfDay('2027-03-28', 'Europe/Paris')).toBe('2027-03-27T23:00:00.000Z');
    expect(startOfDay('2027-10-31', 'Europe/Paris')).toBe('2027-10-30T22:00:00.000Z');
  });

  it('cut time in days without a hole or an overlap, in any zone', () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const end = new Date(endOfDay(day, zone));
        expect(dayIn(end, zone) <= day).toBe(true);
        expect(dayIn(new Date(end.getTime() + 1), zone) > day).toBe(true);
        expect(new Date(startOfDay(addDuration(day, 'P1D'), zone)).getTime()).toBe(
          end.getTime() + 1,
        );
      }),
      { seed, numRuns: 300 },
    );
  });

  it('give an empty day to a day that the zone skipped', () => {
    expect(endOfDay('2011-12-30', 'Pacific/Apia')).toBe(endOfDay('2011-12-29', 'Pacific/Apia'));
  });

  it('refuse a zone nobody knows', () => {
    expect(() => dayIn(new Date(0), 'Europe/Paname')).toThrowError(/Europe\/Paname/);
  });
});
