import type { Session } from '@guichet/engine';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { plug } from './connector.js';
import { connectionOf, mount } from './fixtures/mount.js';
import { openFixture, publishedOf } from './fixtures/open-fixture.js';
import { violations } from './fixtures/violations.js';
import type { GuichetForm } from './guichet-form.js';

const heading = (form: GuichetForm): HTMLElement | null => form.querySelector('.gui-title');
const press = async (form: GuichetForm, name: string): Promise<void> => {
  await page.elementLocator(form).getByRole('button', { name, exact: true }).click();
  await form.updateComplete;
};
const goTo = async (form: GuichetForm, session: Session, step: string): Promise<void> => {
  while (session.step().id !== step) {
    session.next();
  }
  await form.updateComplete;
};

afterEach(() => document.body.replaceChildren());

describe('guichet-form', () => {
  it('shows the first step without taking focus', async () => {
    const form = await mount(await openFixture('every-kind'));
    expect(heading(form)?.textContent).toBe('All kinds of questions');
    expect(document.activeElement).toBe(document.body);
  });

  it('focuses the heading of the next step, and says which it is', async () => {
    const session = await openFixture('every-kind');
    const form = await mount(session);
    const steps = vi.fn();
    document.body.addEventListener(
      'guichet-step',
      (event) => steps((event as CustomEvent).detail),
      { once: true },
    );
    await press(form, 'Continue');
    await press(form, 'Continue');
    expect(heading(form)?.textContent).toBe('Your studies');
    expect(document.activeElement).toBe(heading(form));
    expect(steps).toHaveBeenCalledWith({ step: 'rows' });
  });

  it('focuses the summary when something is wrong, and leads to it', async () => {
    const session = await openFixture('every-kind');
    const form = await mount(session);
    session.answer('/identifier', '12');
    await press(form, 'Continue');
    expect(document.activeElement?.className).toBe('gui-summary');
    expect(document.title).toMatch(/^\d+ /);
    await page
      .elementLocator(form)
      .getByRole('link', { name: /Foreigner number/ })
      .click();
    expect(document.activeElement).toBe(form.querySelector('[data-pointer="/identifier"] input'));
    await page
      .elementLocator(form)
      .getByRole('link', { name: /Day of arrival/ })
      .click();
    expect(document.activeElement).toBe(form.querySelector('[data-pointer="/date"] input'));
  });

  it('goes on by Enter in a line of text, and the host hears nothing of it', async () => {
    const session = await openFixture('every-kind');
    const form = await mount(session);
    const host = vi.fn();
    document.body.addEventListener('keydown', host);
    form.querySelector<HTMLElement>('[data-pointer="/text"] input')?.focus();
    await userEvent.keyboard('Amina{Enter}');
    document.body.removeEventListener('keydown', host);
    expect(host.mock.calls.filter(([event]) => (event as KeyboardEvent).key === 'Enter')).toEqual(
      [],
    );
    expect(session.summary().length).toBeGreaterThan(0);
  });

  it('is never part of a form of the host', async () => {
    const session = await openFixture('every-kind');
    const outer = document.createElement('form');
    const form = await mount(session);
    document.body.append(outer);
    outer.append(form);
    await form.updateComplete;
    expect([...new FormData(outer)]).toEqual([]);
    expect(outer.elements.length).toBe(form.querySelectorAll('button, fieldset, output').length);
  });

  it('says that a pointer was answered, never what', async () => {
    const form = await mount(await openFixture('every-kind'));
    const heard: unknown[] = [];
    form.addEventListener('guichet-answer', (event) => heard.push((event as CustomEvent).detail));
    form.querySelector<HTMLElement>('[data-pointer="/text"] input')?.focus();
    await userEvent.keyboard('A');
    expect(heard).toEqual([{ pointer: '/text' }]);
  });

  it('draws only the field that a key was pressed in', async () => {
    const form = await mount(await openFixture('every-kind'));
    const touched: Node[] = [];
    const observer = new MutationObserver((records) =>
      touched.push(...records.map(({ target }) => target)),
    );
    form.querySelector<HTMLElement>('[data-pointer="/text"] input')?.focus();
    observer.observe(form.querySelector('.gui-page') ?? form, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    await userEvent.keyboard('Amina');
    observer.disconnect();
    expect(touched).toEqual([]);
  });

  it('lets a person say they do not know, and answer after all', async () => {
    const session = await openFixture('every-kind');
    const form = await mount(session);
    const box = page.elementLocator(form.querySelector('[data-pointer="/text"]') ?? form);
    await box.getByRole('button', { name: /cannot answer/ }).click();
    await box.getByRole('button', { name: /don’t know/ }).click();
    expect(session.field('/text').mark?.is).toBe('unknown');
    await expect.element(box.getByRole('textbox')).toHaveFocus();
    await box.getByRole('button', { name: /Answer now/ }).click();
    expect(session.field('/text').mark).toBeUndefined();
  });

  it('shows a field as soon as it is asked', async () => {
    const session = await openFixture('every-kind');
    const form = await mount(session);
    expect(form.querySelector('[data-pointer="/ifYes"]')).toBeNull();
    await page.elementLocator(form).getByRole('radio', { name: 'Yes' }).click();
    expect(form.querySelector('[data-pointer="/ifYes"]')).not.toBeNull();
  });

  it('keeps answers, step and focus in another language', async () => {
    const session = await openFixture('every-kind');
    const published = await publishedOf('every-kind');
    const bundle = published.texts['ar']?.bundle;
    plug({
      openForm: () =>
        Promise.resolve(
          connectionOf(session, {
            languages: ['en', 'ar'],
            loadTexts: () => Promise.resolve(bundle ?? session.texts),
          }),
        ),
      openStatus: () => Promise.reject(new Error('not here')),
    });
    await mount(session);
    const form = document.createElement('guichet-form') as GuichetForm;
    form.setAttribute('src', '/every-kind/');
    document.body.replaceChildren(form);
    await expect
      .element(page.elementLocator(form).getByRole('textbox', { name: 'First name' }))
      .toBeVisible();
    session.answer('/text', 'Amina');
    const name = form.querySelector<HTMLInputElement>('[data-pointer="/text"] input');
    name?.focus();
    form.lang = 'ar';
    await vi.waitFor(() =>
      expect(form.querySelector('.gui-root')?.getAttribute('dir')).toBe('rtl'),
    );
    const again = form.querySelector<HTMLInputElement>('[data-pointer="/text"] input');
    await vi.waitFor(() => expect(document.activeElement).toBe(again));
    expect(again?.value).toBe('Amina');
    expect(form.querySelector('.gui-notice')).not.toBeNull();
    expect(await violations(form)).toEqual([]);
  });

  it('focuses the summary in a language chosen on the way', async () => {
    const session = await openFixture('every-kind');
    const bundle = (await publishedOf('every-kind')).texts['ar']?.bundle;
    plug({
      openForm: () =>
        Promise.resolve(
          connectionOf(session, {
            languages: ['en', 'ar'],
            loadTexts: () => Promise.resolve(bundle ?? session.texts),
          }),
        ),
      openStatus: () => Promise.reject(new Error('not here')),
    });
    await mount(session);
    const form = document.createElement('guichet-form') as GuichetForm;
    form.setAttribute('src', '/every-kind/');
    document.body.replaceChildren(form);
    await vi.waitFor(() => expect(form.querySelector('.gui-main')).not.toBeNull());
    form.lang = 'ar';
    await vi.waitFor(() =>
      expect(form.querySelector('.gui-root')?.getAttribute('dir')).toBe('rtl'),
    );
    session.answer('/identifier', '12');
    await page.elementLocator(form.querySelector('.gui-main') as Element).click();
    await form.updateComplete;
    await vi.waitFor(() => expect(document.activeElement?.className).toBe('gui-summary'));
    expect(form.querySelectorAll('.gui-summary').length).toBe(1);
  });

  it('draws the same tree in one shadow root when asked', async () => {
    const form = await mount(await openFixture('every-kind'), { isolation: 'shadow' });
    expect(form.shadowRoot?.querySelectorAll('[data-pointer]').length).toBeGreaterThan(10);
    expect(form.querySelector('[data-pointer]')).toBeNull();
    const button = form.shadowRoot?.querySelector<HTMLElement>('.gui-main');
    expect(button && getComputedStyle(button).minBlockSize).toBe('48px');
  });

  it('leaves the heading levels above its own to the page', async () => {
    const form = await mount(await openFixture('every-kind'), { 'heading-level': '3' });
    expect(heading(form)?.localName).toBe('h3');
    expect(form.querySelector('h1, h2')).toBeNull();
  });

  it('says so when nothing can be opened, and tries again', async () => {
    const session = await openFixture('every-kind');
    const openForm = vi
      .fn()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(connectionOf(session));
    plug({ openForm, openStatus: () => Promise.reject(new Error('not here')) });
    await mount(session);
    const form = document.createElement('guichet-form') as GuichetForm;
    form.setAttribute('src', '/every-kind/');
    form.lang = 'en';
    const silent = (event: PromiseRejectionEvent): void => event.preventDefault();
    addEventListener('unhandledrejection', silent);
    document.body.replaceChildren(form);
    await page.elementLocator(form).getByRole('button', { name: 'Try again' }).click();
    await expect
      .element(page.elementLocator(form).getByRole('heading', { name: 'All kinds of questions' }))
      .toBeVisible();
    removeEventListener('unhandledrejection', silent);
  });

  it('has as many fields in the accessibility tree as in the page', async () => {
    const form = await mount(await openFixture('every-kind'));
    const scope = page.elementLocator(form);
    const roles = ['textbox', 'radio', 'checkbox', 'combobox'] as const;
    const seen = roles.reduce((sum, role) => sum + scope.getByRole(role).elements().length, 0);
    expect(seen).toBe(form.querySelectorAll('input, select, textarea').length);
  });

  it.each(['kinds', 'rows', 'pieces', 'review'])(
    'has no accessibility fault on %s',
    async (step) => {
      const session = await openFixture('every-kind');
      const form = await mount(session);
      session.addRow('/years');
      await goTo(form, session, step);
      expect(heading(form)?.textContent).toBeTruthy();
      expect(await violations(form)).toEqual([]);
      expect(form.querySelector('[style]')).toBeNull();
    },
  );
});
