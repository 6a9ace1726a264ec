import type { News, Session } from '@guichet/engine';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture } from '../fixtures/open-fixture.js';
import { violations } from '../fixtures/violations.js';

afterEach(() => document.body.replaceChildren());

const nothing: News = {
  from: '1.0.0',
  to: '2.0.0',
  added: [],
  changed: [],
  parked: [],
  dropped: [],
  again: [],
  pieces: { added: [], removed: [] },
};

/** The first question of the first page is new; another, in a row, asks more. */
async function moved(): Promise<{ readonly session: Session; readonly added: string }> {
  const before = await openFixture('every-kind');
  const added = before.step().sections.flatMap(({ items }) => items)[0]?.pointer ?? '';
  before.close();
  const news = { ...nothing, added: [added], changed: ['/years/*/diploma'] };
  return { session: await openFixture('every-kind', { news }), added };
}

it('says what is new until it is put away, and marks each new question', async () => {
  const { session, added } = await moved();
  const form = await mount(session);
  const within = page.elementLocator(form);
  const box = within.getByRole('region', { name: session.say('moved.title') });
  await expect.element(box).toBeVisible();
  await expect.element(box.getByText(session.field(added).label)).toBeVisible();
  await expect.element(box.getByText(session.say('fields./years/*/diploma.label'))).toBeVisible();
  expect(form.querySelectorAll('.gui-new')).toHaveLength(1);
  expect(form.querySelector(`[data-pointer="${added}"] .gui-new`)).not.toBeNull();
  expect(await violations(form)).toEqual([]);
  await box.getByRole('button').click();
  await expect.element(box).not.toBeInTheDocument();
  expect(form.contains(document.activeElement)).toBe(true);
  expect(form.querySelectorAll('.gui-new')).toHaveLength(1);
});

it('says nothing to whoever began under this version', async () => {
  const form = await mount(await openFixture('every-kind'));
  expect(form.querySelector('.gui-new')).toBeNull();
  expect(form.textContent).not.toContain((await openFixture('every-kind')).say('moved.title'));
});
