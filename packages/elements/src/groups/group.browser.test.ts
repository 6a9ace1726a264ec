import type { Session } from '@guichet/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture } from '../fixtures/open-fixture.js';
import { translatePage } from '../fixtures/translate-page.js';
import { violations } from '../fixtures/violations.js';
import type { GuichetForm } from '../guichet-form.js';

describe('repeating group', () => {
  let session: Session;
  let form: GuichetForm;
  let all: Locator;
  const live = (): string => form.querySelector('.gui-live')?.textContent ?? '';
  const add = async (diploma: string): Promise<void> => {
    await all.getByRole('button', { name: 'Add a year' }).click();
    await userEvent.keyboard(diploma);
  };

  beforeEach(async () => {
    session = await openFixture('every-kind');
    session.next();
    session.next();
    form = await mount(session);
    all = page.elementLocator(form);
  });
  afterEach(() => form.remove());

  it('goes to the first question of the row it adds, and says so', async () => {
    await add('Licence');
    expect(session.group('/years').rows).toHaveLength(1);
    await expect.element(all.getByRole('textbox', { name: 'Diploma' })).toHaveValue('Licence');
    await expect.poll(live).toMatch(/Added/);
  });

  it('names each row, and each act after its row', async () => {
    await add('Licence');
    await add('Master');
    await expect.element(all.getByRole('group', { name: /Licence, line 1 of 2/ })).toBeVisible();
    await expect
      .element(all.getByRole('button', { name: /Remove.*Master, line 2 of 2/ }))
      .toBeVisible();
  });

  it('leaves focus on the row that takes the place of the one removed', async () => {
    await add('Licence');
    await add('Master');
    await all.getByRole('button', { name: /Remove.*Licence/ }).click();
    await expect.poll(() => document.activeElement?.textContent).toMatch(/Master, line 1 of 1/);
    await expect.poll(live).toMatch(/Removed.*Licence/);
    await all.getByRole('button', { name: /Remove.*Master/ }).click();
    await expect.element(all.getByRole('button', { name: 'Add a year' })).toHaveFocus();
  });

  it('moves a row with its answers and its focus', async () => {
    await add('Licence');
    await add('Master');
    await all.getByRole('button', { name: /Move up.*Master/ }).click();
    expect(session.group('/years').rows.map(({ title }) => title)).toEqual(['Master', 'Licence']);
    await expect.poll(() => document.activeElement?.textContent).toMatch(/Master, line 1 of 2/);
    const values = [...form.querySelectorAll<HTMLInputElement>('[data-row] input')].map(
      ({ value }) => value,
    );
    expect(values.filter(Boolean)).toEqual(['Master', 'Licence']);
  });

  it('says when there is room for no more', async () => {
    for (const diploma of ['a', 'b', 'c']) await add(diploma);
    await expect.element(all.getByText(/maximum/)).toBeVisible();
    expect(form.querySelector('[data-group] > .gui-second')).toBeNull();
  });

  it('keeps the right names after a page translator went through', async () => {
    await add('Licence');
    await add('Master');
    translatePage(form);
    const [first] = session.group('/years').rows;
    if (first) session.removeRow('/years', first.id);
    expect(form.querySelector('.gui-row-title')?.textContent).toMatch(/Master, line 1 of 1/);
    expect(form.querySelectorAll('[data-row]')).toHaveLength(1);
  });

  it('has no accessibility fault', async () => {
    await add('Licence');
    await add('Master');
    expect(await violations(form)).toEqual([]);
  });
});
