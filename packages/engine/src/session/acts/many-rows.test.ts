import { describe, expect, it } from 'vitest';
import type { Draft } from '../../draft.js';
import type { Plan, Texts } from '@guichet/procedure';
import { freshDraft } from '../../draft/fresh-draft.js';
import { looks } from '../../fixtures/looks.js';
import { emptyPlan } from '../../testing/empty-plan.js';
import { memoryPorts } from '../../testing/memory-ports.js';
import { openSession } from '../open-session.js';

/** Rows named by an answer, with a question that another decides, and a group inside; `each`: a page a row. */
function planWith(each: boolean): Plan {
  const text = { kind: 'text', schema: { type: 'string', maxLength: 40 } } as const;
  const show = { at: '/g/*/kind', is: { const: 'other' } } as const;
  const items = ['/g/*/name', '/g/*/kind', '/g/*/more', '/g/*/h'];
  const page = each
    ? { kind: 'each' as const, each: '/g', sections: [{ key: null, items }] }
    : { kind: 'fields' as const, sections: [{ key: null, items: ['/g'] }] };
  return {
    ...emptyPlan,
    fields: {
      '/g/*/name': { ...text, required: true },
      '/g/*/kind': { kind: 'choice', schema: { enum: ['one', 'other'] } },
      '/g/*/more': { ...text, show, required: true },
      '/g/*/h/*/y': text,
      '/note': text,
    },
    groups: {
      '/g': { title: './name', maxItems: 1000, fields: items.slice(0, 3) },
      '/g/*/h': { maxItems: 1000, fields: ['/g/*/h/*/y'] },
    },
    activity: ['/g/*/more'],
    readers: { '/g/*/kind': ['/g/*/more'] },
    steps: {
      note: { kind: 'fields', sections: [{ key: null, items: ['/note'] }] },
      rows: page,
      review: { kind: 'review', sections: [] },
    },
    flow: {
      id: 'f',
      initial: 'note',
      states: { note: { on: { NEXT: 'rows' } }, rows: { on: { NEXT: 'review' } }, review: {} },
    },
  };
}

const texts = {
  lang: 'en',
  ui: {},
  fields: {},
  groups: {},
  steps: {},
  says: {},
} as unknown as Texts;
const id = (n: number) => `r${String(n).padStart(9, '0')}`;

/** A session on so many rows, each answered, with rows inside the first. */
function open(count: number, each: boolean) {
  const plan = planWith(each);
  const rows = Array.from({ length: count }, (_, n) => id(n + 1000));
  const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
  const draft: Draft = {
    ...freshDraft({ id: 'D', key: 'K', procedure, startedAt: '' }),
    rows: { '/g': rows, [`/g/${id(1000)}/h`]: rows },
    answers: Object.fromEntries(
      rows.flatMap((row) => [
        [`/g/${row}/name`, row],
        [`/g/${row}/kind`, 'one'],
        [`/g/${id(1000)}/h/${row}/y`, 'z'],
      ]),
    ),
  };
  const { ports } = memoryPorts('2026-11-23T10:00:00+01:00');
  return openSession(plan, texts, { draft, ports, planHash: 'p', textsHash: 't' });
}

type Done = (session: ReturnType<typeof open>) => unknown;
const doings: readonly (readonly [string, Done])[] = [
  ['an answer', (session) => session.answer(`/g/${id(1001)}/kind`, 'one')],
  ['the answer that names a row', (session) => session.answer(`/g/${id(1001)}/name`, 'Ana')],
  [
    'an answer that another question waits for',
    (session) => session.answer(`/g/${id(1001)}/kind`, 'other'),
  ],
  [
    'an answer in a row inside a row',
    (session) => session.answer(`/g/${id(1000)}/h/${id(1001)}/y`, 'q'),
  ],
  ['an answer outside the rows', (session) => session.answer('/note', 'x')],
  ['a mark', (session) => session.mark(`/g/${id(1001)}/name`, { is: 'unknown' })],
  ['a row added', (session) => session.addRow('/g')],
  ['a row moved', (session) => session.moveRow('/g', id(1001), id(1000))],
  ['a row added inside a row', (session) => session.addRow(`/g/${id(1000)}/h`)],
];

describe.each([
  ['on one page', false],
  ['on a page each', true],
])('of rows %s', (_, each) => {
  it.each(doings)('%s costs the same among 5 and among 500', (__, run) => {
    const [few, many] = [5, 500].map((count) => {
      const session = open(count, each);
      session.next();
      return looks(() => run(session));
    });
    expect(many).toBe(few);
  });

  it('a row removed and brought back keeps its answers among 500', () => {
    const session = open(500, each);
    session.removeRow('/g', id(1000));
    expect(session.group('/g').rows).toHaveLength(499);
    session.undo?.();
    expect(session.group('/g').rows[0]?.id).toBe(id(1000));
    expect(session.group(`/g/${id(1000)}/h`).rows).toHaveLength(500);
    expect(session.field(`/g/${id(1000)}/h/${id(1499)}/y`).value).toBe('z');
  });
});
