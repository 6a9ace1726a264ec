import type { LookupPort, Session } from '@guichet/engine';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../../fixtures/mount.js';
import { openFixture } from '../../fixtures/open-fixture.js';
import { violations } from '../../fixtures/violations.js';
import type { GuichetForm } from '../../guichet-form.js';

const names = ['Ville-Haute', 'Ville-Basse'];
const towns: LookupPort = {
  find: (_, { text }) =>
    Promise.resolve(
      names
        .filter((name) => name.toLowerCase().startsWith(text.toLowerCase()))
        .map((name) => ({ label: name, values: { name } })),
    ),
};

describe('text with a list', () => {
  let session: Session;
  let form: GuichetForm;
  const field = (): HTMLElement =>
    form.querySelector<HTMLElement>('[data-pointer="/ifYes"]') ?? form;
  const input = () => field().querySelector('input');
  const offered = (): (string | null)[] =>
    [...field().querySelectorAll('.gui-suggestions button')].map(({ textContent }) => textContent);
  const live = (): string => form.querySelector('.gui-live')?.textContent ?? '';

  const open = async (lookups: LookupPort | undefined = towns): Promise<void> => {
    session = await openFixture('every-kind', { ports: lookups ? { lookups } : {} });
    session.answer('/yesNo', true);
    form = await mount(session);
    // What draws the list is loaded on demand.
    await new Promise((done) => setTimeout(done, 300));
    input()?.focus();
  };
  afterEach(() => form.remove());

  it('offers entries under the field once typing pauses, and says how many', async () => {
    await open();
    await userEvent.keyboard('ville');
    await expect.poll(offered).toEqual(names);
    await expect.poll(live).toMatch(/2 suggestions/);
    await expect.element(page.elementLocator(field()).getByRole('list')).toBeVisible();
    expect(document.activeElement).toBe(input());
    expect(await violations(field())).toEqual([]);
  });

  it('is filled in by keyboard alone, and gives the field back', async () => {
    await open();
    await userEvent.keyboard('ville');
    await expect.poll(offered).toEqual(names);
    field().querySelector<HTMLElement>('.gui-suggestions button')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => session.field('/ifYes').value).toBe('Ville-Haute');
    await expect.poll(() => document.activeElement).toBe(input());
    expect(input()?.value).toBe('Ville-Haute');
    expect(offered()).toEqual([]);
  });

  it('closes on Escape and leaves what was typed', async () => {
    await open();
    await userEvent.keyboard('ville');
    await expect.poll(offered).toEqual(names);
    field().querySelector<HTMLElement>('.gui-suggestions button')?.focus();
    await userEvent.keyboard('{Escape}');
    await expect.poll(offered).toEqual([]);
    expect(session.field('/ifYes').value).toBe('ville');
  });

  it('is an ordinary text while the list cannot be had', async () => {
    await open({ find: () => Promise.reject(new Error('offline')) });
    await userEvent.keyboard('ville');
    await new Promise((done) => setTimeout(done, 600));
    expect(offered()).toEqual([]);
    expect(field().querySelector('.gui-issue, .gui-advice')).toBeNull();
    expect(session.field('/ifYes').value).toBe('ville');
  });
});
