import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Texts } from '@guichet/procedure';
import { freshDraft } from '../draft/fresh-draft.js';
import { everythingShown } from '../fixtures/everything-shown.js';
import { libraryCard } from '../fixtures/library-card.js';
import { acts, perform, seed } from '../fixtures/random-acts.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { openSession } from './open-session.js';

const { plan, texts } = libraryCard;
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const draft = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' });
const keys = Object.keys(texts.ui).filter((key) => key.includes('.'));

const open = (words: Texts) =>
  openSession(plan, words, {
    draft,
    ports: memoryPorts('2026-11-23T10:00:00+01:00').ports,
    planHash: 'p',
    textsHash: 't',
  });

it('words older than the page show a sentence, and never a key', () => {
  fc.assert(
    fc.property(acts(20), fc.subarray(keys), (sequence, kept) => {
      const ui = Object.fromEntries(kept.map((key) => [key, texts.ui[key] ?? '']));
      const session = open({ ...texts, ui });
      for (const one of sequence) perform(session, plan, one);
      for (const key of [...keys, 'of.the.future', '__proto__', 'constructor']) {
        expect(session.say(key)).not.toBe(key);
        expect(session.say(key)).not.toBe('');
      }
      for (const view of everythingShown(session, plan).values())
        expect(view).not.toMatch(/"(message|sentence|why)":"(issues|save|window|why)\./);
      for (const { message } of session.summary()) expect(message).not.toBe('');
    }),
    { seed, numRuns: 60, verbose: 1 },
  );
});

it('the nearest shorter word is said before none', () => {
  const session = open({ ...texts, ui: { 'date.hint': 'Write a day.', 'text.missing': 'Soon' } });
  expect(session.say('date.hint.short')).toBe('Write a day.');
  expect(session.say('of.the.future')).toBe('Soon');
  expect(open({ ...texts, ui: {} }).say('of.the.future')).toBe('…');
});
