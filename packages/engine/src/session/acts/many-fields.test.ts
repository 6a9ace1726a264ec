import { describe, expect, it } from 'vitest';
import type { Plan, Texts } from '@guichet/procedure';
import { freshDraft } from '../../draft/fresh-draft.js';
import { looks } from '../../fixtures/looks.js';
import { emptyPlan } from '../../testing/empty-plan.js';
import { memoryPorts } from '../../testing/memory-ports.js';
import { openSession } from '../open-session.js';

/** So many texts on one page, the last of them asked when the first says so. */
function planWith(count: number): Plan {
  const text = { kind: 'text', schema: { type: 'string', maxLength: 40 } } as const;
  const names = Array.from({ length: count }, (_, n) => `/f${n}`);
  const show = { at: '/f0', is: { const: 'more' } } as const;
  return {
    ...emptyPlan,
    fields: {
      ...Object.fromEntries(names.map((name) => [name, { ...text, required: true }])),
      '/more': { ...text, required: true, show },
    },
    activity: ['/more'],
    readers: { '/f0': ['/more'] },
    steps: {
      all: { kind: 'fields', sections: [{ key: null, items: [...names, '/more'] }] },
      review: { kind: 'review', sections: [] },
    },
    flow: { id: 'f', initial: 'all', states: { all: { on: { NEXT: 'review' } }, review: {} } },
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

function open(count: number) {
  const plan = planWith(count);
  const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
  const draft = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '' });
  const { ports } = memoryPorts('2026-11-23T10:00:00+01:00');
  return openSession(plan, texts, { draft, ports, planHash: 'p', textsHash: 't' });
}

const doings: readonly (readonly [string, (session: ReturnType<typeof open>) => unknown])[] = [
  ['an answer', (session) => session.answer('/f1', 'x')],
  ['an answer that shows another question', (session) => session.answer('/f0', 'more')],
  ['a mark', (session) => session.mark('/f1', { is: 'unknown' })],
  ['leaving a field', (session) => session.leave('/f1')],
  ['reading a field', (session) => session.field('/f1')],
];

describe('a form', () => {
  it.each(doings)('of 5,000 fields does as much work as one of 20 for %s', (_, run) => {
    const [few, many] = [20, 5000].map((count) => {
      const session = open(count);
      return looks(() => run(session));
    });
    expect(many).toBe(few);
  });
});
