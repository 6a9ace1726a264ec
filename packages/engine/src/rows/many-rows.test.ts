import type { FieldPlan, Plan } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import { freshDraft } from '../draft/fresh-draft.js';
import { compileHousehold } from '../fixtures/household.js';
import { openSession } from '../session/open-session.js';
import { memoryPorts } from '../testing/memory-ports.js';

const { plan, texts } = await compileHousehold();

/** The plan, counting how often the rules of a field are looked at: once for each state that is computed. */
function counting(): { readonly plan: Plan; readonly count: { states: number } } {
  const count = { states: 0 };
  const fields = Object.entries(plan.fields).map(([pointer, field]): [string, FieldPlan] => {
    const { schema } = field;
    const counted = Object.defineProperty({ ...field }, 'schema', {
      enumerable: true,
      get: () => {
        count.states += 1;
        return schema;
      },
    });
    return [pointer, counted];
  });
  return { plan: { ...plan, fields: Object.fromEntries(fields) }, count };
}

/** A session with that many incomes, and as many residences of which one has absences. */
function withRows(rows: number) {
  const counted = counting();
  const ids = Array.from({ length: rows }, (_, n) => `r${String(n).padStart(9, '0')}`);
  const answers = Object.fromEntries(
    ids.flatMap((id, n) => [
      [`/incomes/${id}/kind`, n % 2 ? 'aid' : 'salary'],
      [`/incomes/${id}/amount`, 100 * n],
      [`/incomes/${id}/months`, 12],
      [`/residences/${id}/from`, '2020-01-01'],
    ]),
  );
  const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
  const fresh = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' });
  const nested = `/residences/${ids[0]}/absences`;
  const draft = {
    ...fresh,
    answers: {
      ...answers,
      '/people': 2,
      [`${nested}/a1/left`]: '2026-01-01',
      [`${nested}/a1/back`]: '2026-01-05',
    },
    rows: { '/incomes': ids, '/residences': ids, [nested]: ['a1'] },
  };
  const { ports } = memoryPorts('2026-11-23T10:00:00+01:00');
  const options = { draft, ports, planHash: 'p', textsHash: 't' };
  const session = openSession(counted.plan, (texts['fr']?.bundle ?? {}) as never, options);
  const states = (act: () => unknown): number => {
    const before = counted.count.states;
    act();
    return counted.count.states - before;
  };
  return { session, ids, nested, states };
}

const acts: readonly (readonly [string, (given: ReturnType<typeof withRows>) => unknown])[] = [
  [
    'answering what a sum reads',
    ({ session, ids }) => session.answer(`/incomes/${ids[1]}/amount`, '77'),
  ],
  [
    'answering what decides in the row',
    ({ session, ids }) => session.answer(`/incomes/${ids[1]}/kind`, 'aid'),
  ],
  [
    'answering what a gap depends on',
    ({ session, ids }) => session.answer(`/residences/${ids[1]}/from`, '2021'),
  ],
  [
    'answering in a row of a row',
    ({ session, nested }) => session.answer(`${nested}/a1/back`, '2026-02-01'),
  ],
  ['marking', ({ session, ids }) => session.mark(`/incomes/${ids[2]}/months`, { is: 'unknown' })],
  ['leaving a field', ({ session, ids }) => session.leave(`/incomes/${ids[2]}/amount`)],
  ['adding a row', ({ session }) => session.addRow('/incomes')],
  ['removing a row', ({ session, ids }) => session.removeRow('/incomes', ids[3] ?? '')],
  ['moving a row', ({ session, ids }) => session.moveRow('/incomes', ids[4] ?? '', ids[0] ?? '')],
  ['adding a row in a row', ({ session, nested }) => session.addRow(nested)],
  ['undoing', ({ session }) => session.undo?.()],
];

describe('500 rows', () => {
  it.each(acts)('%s computes as many states as with 5', (_, run) => {
    const [few, many] = [withRows(5), withRows(499)].map((given) => {
      // What comes first makes something to undo.
      given.session.answer(`/incomes/${given.ids[0]}/months`, '11');
      return given.states(() => run(given));
    });
    expect(many).toBe(few);
    expect(few).toBeLessThan(60);
  });

  it('are summed, counted and moved right', () => {
    const { session, ids } = withRows(499);
    const total = session.field('/total').value;
    expect(total).toBe(ids.reduce((all, _, n) => all + 100 * n * 12, 0));
    session.moveRow('/incomes', ids[400] ?? '', ids[0] ?? '');
    expect(session.group('/incomes').rows[0]?.id).toBe(ids[400]);
    expect(session.field('/total').value).toBe(total);
    session.addRow('/incomes');
    expect(session.group('/incomes').canAdd).toBe(false);
    expect([...session.addRow('/incomes')]).toEqual([]);
  });
});
