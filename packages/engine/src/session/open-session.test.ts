import { describe, expect, it } from 'vitest';
import { freshDraft } from '../draft/fresh-draft.js';
import { libraryCard } from '../fixtures/library-card.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { openSession } from './open-session.js';

const procedure = { id: 'library-card', version: '1.0.0', planHash: 'p' };
const draft = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' });

function open(now = '2026-11-23T10:00:00+01:00') {
  const memory = memoryPorts(now);
  const session = openSession(libraryCard.plan, libraryCard.texts, {
    draft,
    ports: memory.ports,
    planHash: 'p',
    textsHash: 't',
  });
  return { session, ...memory };
}

describe('openSession', () => {
  it('opens on the first page, with nothing to complain about', () => {
    const { session } = open();
    expect(session.step()).toMatchObject({ id: 'person', number: 1, of: 6, isFirst: true });
    expect(session.summary()).toEqual([]);
    expect(session.save().state).toBe('nothing-yet');
    expect(session.field('/person/birth')).toMatchObject({ shown: true, issue: undefined });
    expect(session.profile).toBe('third-party');
  });

  it('asks a minor for a guardian, and answers exactly what changed', () => {
    const { session } = open();
    const changed = session.answer('/person/birth', { year: '2014', month: '3', day: '2' });
    expect([...changed].sort()).toEqual([
      '/guardian/name',
      '/person/birth',
      '@review',
      '@save',
      '@step',
      '@steps',
    ]);
    expect(session.steps().map(({ id }) => id)).toContain('guardian');
    expect(session.field('/guardian/name').required).toBe(true);
  });

  it('is not sure of a guardian when the year alone leaves it open', () => {
    const { session } = open();
    session.answer('/person/birth', '2008');
    expect(session.field('/guardian/name')).toMatchObject({ shown: false, required: false });
    session.answer('/person/birth', '2009');
    expect(session.field('/guardian/name').shown).toBe(true);
    session.answer('/person/birth', '1980');
    expect(session.field('/guardian/name').shown).toBe(false);
  });

  it('shows what is missing once, then goes on', () => {
    const { session } = open();
    session.next();
    expect(session.step()).toMatchObject({ id: 'person', mayContinue: true });
    expect(session.summary().map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/person/birthName', 'required'],
      ['/person/birth', 'required'],
    ]);
    session.next();
    expect(session.step().id).toBe('card');
    session.next();
    expect(session.step()).toMatchObject({ id: 'card', mayContinue: false });
    session.next();
    expect(session.step().id).toBe('card');
  });
});
