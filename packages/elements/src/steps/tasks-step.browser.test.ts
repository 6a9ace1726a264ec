import { doActs, readCase } from '@guichet/engine/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture, publishedOf } from '../fixtures/open-fixture.js';
import { schemaFiles } from '../fixtures/schema-files.js';
import { violations } from '../fixtures/violations.js';

afterEach(() => document.body.replaceChildren());

async function open(name: string, lang = 'en') {
  const { plan } = await publishedOf('allotment');
  const session = await openFixture('allotment', { lang });
  await doActs(session, plan, readCase(schemaFiles, `allotment/cases/${name}.json`).do);
  return { session, form: await mount(session) };
}

const saidOf = (form: HTMLElement, name: string): string =>
  form.querySelector(`[id$="task-${name}-state"]`)?.textContent ?? '';

describe('a task list', () => {
  it('says where each task stands in words, described by its link', async () => {
    const { form } = await open('part-of-a-task');
    const link = page.elementLocator(form).getByRole('link', { name: 'You', exact: true });
    await expect.element(link).toHaveAccessibleDescription('in progress · 1 answer is missing');
    expect(saidOf(form, 'tools')).toBe('to begin');
    expect(form.querySelector('.gui-tasks-count')?.textContent).toContain('0 parts done out of 5');
  });

  it('makes no link of what is not needed or cannot be started, and says which', async () => {
    const alone = await open('alone');
    expect(alone.form.querySelectorAll('a.gui-task-title')).toHaveLength(4);
    expect(saidOf(alone.form, 'family')).toBe('not needed for you');
    const waiting = await open('not-said-yet');
    expect(saidOf(waiting.form, 'family')).toBe('not possible yet');
    expect(waiting.form.textContent).toContain('It depends on another answer');
  });

  it('is opened, done and left by keyboard alone', async () => {
    const { form, session } = await open('alone');
    form.querySelector<HTMLElement>('a.gui-task-title')?.focus();
    await userEvent.keyboard('{Enter}');
    await form.updateComplete;
    expect(session.step().id).toBe('names');
    expect(document.activeElement).toBe(form.querySelector('.gui-title'));
    session.answer('/you/birthName', 'Diallo');
    form.querySelector<HTMLElement>('[data-pointer="/you/birthName"] input')?.focus();
    await userEvent.keyboard('{Enter}');
    session.answer('/you/email', 'awa@example.org');
    form.querySelector<HTMLElement>('[data-pointer="/you/email"] input')?.focus();
    await userEvent.keyboard('{Enter}');
    await form.updateComplete;
    expect(session.step().id).toBe('parts');
    expect(document.activeElement).toBe(form.querySelector('.gui-title'));
    expect(saidOf(form, 'you')).toBe('done');
  });

  it('leads back to the list from the first page of a task, and from any other', async () => {
    const { form, session } = await open('alone');
    session.goTo('names');
    await form.updateComplete;
    const back = page.elementLocator(form).getByRole('button', { name: 'Back to the list' });
    await back.click();
    expect(session.step().id).toBe('parts');
    session.goTo('names');
    session.next();
    session.next();
    await form.updateComplete;
    expect(session.step().id).toBe('contact');
    await back.click();
    expect(session.step().id).toBe('parts');
  });

  it('says once what is not done, with a link to each, then goes on', async () => {
    const { form, session } = await open('part-of-a-task');
    const on = page.elementLocator(form).getByRole('button', { name: 'Continue', exact: true });
    await on.click();
    await form.updateComplete;
    expect(document.activeElement?.className).toBe('gui-summary');
    expect(document.activeElement?.textContent).toContain('5 parts are not done');
    const links = document.activeElement?.querySelectorAll('a') ?? [];
    expect([...links].map((link) => link.textContent)).toContain('“Your home” is not begun.');
    await on.click();
    expect(session.step().id).toBe('pieces');
  });

  it('counts steps by the list and not by what is inside', async () => {
    const { form, session } = await open('alone');
    const count = () => form.querySelector('.gui-steps summary')?.textContent;
    const before = count();
    session.goTo('names');
    await form.updateComplete;
    expect(count()).toBe(before);
    expect(form.querySelectorAll('.gui-steps li li').length).toBeGreaterThan(3);
  });

  it('has no accessibility fault, in Arabic neither', async () => {
    for (const lang of ['fr', 'ar']) {
      const { form } = await open('not-said-yet', lang);
      expect(await violations(form)).toEqual([]);
    }
  });
});
