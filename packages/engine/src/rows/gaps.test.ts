import { describe, expect, it } from 'vitest';
import { freshDraft } from '../draft/fresh-draft.js';
import { compileHousehold } from '../fixtures/household.js';
import { openSession } from '../session/open-session.js';
import { memoryPorts } from '../testing/memory-ports.js';

const { plan, texts } = await compileHousehold();
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const draft = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' });

function open() {
  const memory = memoryPorts('2026-11-23T10:00:00+01:00');
  const options = { draft, ports: memory.ports, planHash: 'p', textsHash: 't' };
  const session = openSession(plan, (texts['en']?.bundle ?? {}) as never, options);
  const add = (from?: string, to?: string): string => {
    session.addRow('/residences');
    const row = `/residences/${session.group('/residences').rows.at(-1)?.id}`;
    if (from) session.answer(`${row}/from`, from);
    if (to) session.answer(`${row}/to`, to);
    return row;
  };
  const gaps = () => (session.group('/residences').advice ?? []).length;
  return { session, add, gaps, ...memory };
}

describe('rows that have to cover a span', () => {
  it('say nothing before they were visited, nor while one of them has no dates', () => {
    const { add, gaps } = open();
    expect(gaps()).toBe(0);
    add();
    expect(gaps()).toBe(0);
  });

  it('say at the group which days no row covers, and stop nothing', () => {
    const { session, add, gaps } = open();
    add('2020-01-01', '2023-06-30');
    const last = add('2024-01-01');
    expect(gaps()).toBe(1);
    expect(session.group('/residences').issue).toBeUndefined();
    expect(session.review().toComplete.map(({ pointer }) => pointer)).not.toContain('/residences');
    expect([...session.answer(`${last}/from`, '2023-07-01')]).toContain('/residences');
    expect(gaps()).toBe(0);
    expect([...session.answer(`${last}/to`, '2026-11-21')]).toContain('/residences');
    expect(gaps()).toBe(1);
    session.mark(`${last}/to`, { is: 'unknown' });
    expect(gaps()).toBe(0);
  });

  it('name the group as changed only when what it says changes', () => {
    const { session, add } = open();
    const row = add('2010-01-01');
    expect([...session.answer(`${row}/from`, '2011-01-01')]).not.toContain('/residences');
    expect([...session.answer(`${row}/rent`, '500')]).not.toContain('/residences');
  });

  it('count from the day that it is', () => {
    const { session, add, gaps, clock } = open();
    add('2021-11-23', '2026-11-23');
    expect(gaps()).toBe(0);
    clock.at = '2026-11-25T10:00:00+01:00';
    expect([...session.next()]).toContain('/residences');
    expect(gaps()).toBe(1);
  });
});
