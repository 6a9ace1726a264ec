import { dayIn, isDay } from '@guichet/procedure';
import type { ClockView, DossierView } from '../view.js';
import type { DossierExpectation } from './dossier-case.js';

const plain = [
  'journey',
  'turn',
  'version',
  'etag',
  'amending',
  'complete',
  'inWindow',
  'windowState',
  'filedAt',
  'sentToAuthority',
] as const;

/** What a view shows otherwise than expected, one sentence each; empty when all is as expected. */
export function compareView(
  view: DossierView,
  expected: DossierExpectation,
  zone: string,
): readonly string[] {
  const can = (expected.can ?? [])
    .filter((name) => !view.can.includes(name))
    .map((name) => `can not ${name}`);
  const cannot = (expected.cannot ?? [])
    .filter((name) => view.can.includes(name))
    .map((name) => `can ${name}`);
  return [
    ...plain.flatMap((key) => differ(key, view[key], expected[key])),
    ...can,
    ...cannot,
    ...Object.entries(expected.clocks ?? {}).flatMap(([name, clock]) =>
      compareClock(view, name, clock, zone),
    ),
    ...differ(
      'proposals',
      view.proposals.map((proposal) => proposal.state),
      expected.proposals,
    ),
    ...compareRecords(view, expected),
    ...differ(
      'timeline',
      view.timeline.map((entry) => entry.type),
      expected.timeline,
    ),
  ];
}

/** One sentence when an expected value is not the one found. */
export function differ(what: string, found: unknown, expected: unknown): readonly string[] {
  if (expected === undefined || JSON.stringify(found) === JSON.stringify(expected)) return [];
  return [`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
}

function compareRecords(view: DossierView, expected: DossierExpectation): readonly string[] {
  const { requests = [], mandates = [], incidents = [], owed = [] } = view;
  return [
    ...differ(
      'requests',
      requests.map(({ state }) => state),
      expected.requests,
    ),
    ...differ(
      'mandates',
      mandates.map(({ to }) => to),
      expected.mandates,
    ),
    ...differ(
      'incidents',
      incidents.map(({ state }) => state),
      expected.incidents,
    ),
    ...differ('service', view.service?.name ?? null, expected.service),
    ...differ('interview', view.interview?.place ?? null, expected.interview),
    ...differ('owed', owed.map(nameOwed), expected.owed),
  ];
}

function nameOwed({ kind, is, period }: NonNullable<DossierView['owed']>[number]): string {
  if (is === 'watch') return `${kind} watch`;
  return period ? `${kind} ${period.validFrom}/${period.validUntil}` : kind;
}

type ClockExpectation = NonNullable<DossierExpectation['clocks']>[string];

function compareClock(
  view: DossierView,
  name: string,
  expected: ClockExpectation,
  zone: string,
): readonly string[] {
  const clock = latest(view.clocks, name);
  if (typeof expected === 'string')
    return differ(`clock ${name}`, clock?.state ?? 'none', expected);
  const due =
    expected.due !== undefined && isDay(expected.due) && clock?.due
      ? dayIn(clock.due, zone)
      : clock?.due;
  return [
    ...differ(`clock ${name}`, clock?.state ?? 'none', expected.state),
    ...differ(`number of clock ${name}`, clock?.n, expected.n),
    ...differ(`due of clock ${name}`, due, expected.due),
  ];
}

function latest(clocks: readonly ClockView[], name: string): ClockView | undefined {
  return clocks.filter((clock) => clock.name === name).sort((a, b) => b.n - a.n)[0];
}
