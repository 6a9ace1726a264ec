import { memoryPorts } from '@guichet/engine/testing';
import { freshDraft, openSession, type Session } from '@guichet/engine';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { publishedOf } from '../fixtures/open-fixture.js';
import { violations } from '../fixtures/violations.js';

afterEach(() => document.body.replaceChildren());

/** A session on its last page, with nothing behind it. */
async function alone(at: string): Promise<Session> {
  const { plan, texts, planHash } = await publishedOf('student-permit-renewal');
  const bundle = texts['en']?.bundle;
  if (!bundle) throw new Error('The renewal speaks English.');
  const now = '2026-11-23T10:00:00+01:00';
  const procedure = { id: plan.id, version: plan.version, planHash };
  const fresh = freshDraft({ id: 'd', key: 'k', procedure, startedAt: now });
  const continued = Object.keys(plan.steps).filter((step) => step !== 'review');
  return openSession(plan, bundle, {
    draft: { ...fresh, continued, at },
    ports: memoryPorts(now, {
      files: { keep: () => Promise.resolve(true), drop: () => Promise.resolve() },
    }).ports,
    planHash,
    textsHash: '',
  });
}

it('says on each page that nothing can be sent, and offers no button that would', async () => {
  const session = await alone('review');
  expect(session.step().kind).toBe('review');
  const form = await mount(session);
  const within = page.elementLocator(form);
  await expect.element(within.getByText(/Nothing can be sent from this page/).first()).toBeVisible();
  expect(within.getByRole('button', { name: /^(File|Prepare|Submit|Send)/ }).query()).toBeNull();
  expect(await violations(form)).toEqual([]);
});

it('says that a file chosen is kept on this device', async () => {
  const session = await alone('pieces');
  const name = session.step().pieces.find((one) => session.piece(one).asked !== 'no') ?? '';
  session.attach(name, [new File(['%PDF-1.4'], 'passport.pdf', { type: 'application/pdf' })]);
  const form = await mount(session);
  const line = page.elementLocator(form).getByText('Kept on this device');
  await expect.element(line.first()).toBeVisible();
});
