import type { Session } from '@guichet/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../fixtures/mount.js';
import { openFixture } from '../../fixtures/open-fixture.js';
import { translatePage } from '../../fixtures/translate-page.js';
import { violations } from '../../fixtures/violations.js';
import type { GuichetForm } from '../../guichet-form.js';

describe('field of kind computed', () => {
  let session: Session;
  let form: GuichetForm;
  const field = (): HTMLElement =>
    form.querySelector<HTMLElement>('[data-pointer="/yearly"]') ?? form;
  const output = () => field().querySelector('output');
  const live = (): string => form.querySelector('.gui-live')?.textContent ?? '';

  beforeEach(async () => {
    session = await openFixture('every-kind');
    form = await mount(session);
    await expect.poll(output).not.toBeNull();
  });
  afterEach(() => form.remove());

  it('is read under its name, and asks for nothing', async () => {
    session.answer('/money', '1 200,50');
    await expect
      .element(page.elementLocator(field()).getByLabelText('Income a year'))
      .toBeVisible();
    expect(output()?.textContent).toMatch(/14.406/);
    expect(field().querySelector('input, select, textarea, button')).toBeNull();
  });

  it('says that it waits while an answer is missing', () => {
    expect(output()?.textContent).toContain('Worked out from your other answers');
    expect(output()?.getAttribute('translate')).toBeNull();
  });

  it('is said once, when typing pauses, and not when the page opens', async () => {
    expect(output()?.getAttribute('aria-live')).toBe('off');
    await new Promise((done) => setTimeout(done, 1300));
    expect(live()).toBe('');
    for (const typed of ['1', '12', '120']) session.answer('/money', typed);
    expect(live()).toBe('');
    await expect.poll(live, { timeout: 3000 }).toMatch(/Income a year: .*1,440/);
  });

  it('shows the right amount after a page translator went through', () => {
    session.answer('/money', '10');
    translatePage(form);
    session.answer('/money', '20');
    expect(output()?.textContent).toMatch(/240/);
  });

  it('has no accessibility fault, waiting or known', async () => {
    expect(await violations(field())).toEqual([]);
    session.answer('/money', '10');
    expect(await violations(field())).toEqual([]);
  });
});
