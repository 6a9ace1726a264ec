import type { Session } from '@guichet/engine';
import { doActs, readCase } from '@guichet/engine/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { FormConnection, OtherProcedure } from '../connect.js';
import { plug } from '../connector.js';
import { connectionOf } from '../fixtures/mount.js';
import { openFixture, publishedOf } from '../fixtures/open-fixture.js';
import { schemaFiles } from '../fixtures/schema-files.js';
import { violations } from '../fixtures/violations.js';
import { GuichetForm } from '../guichet-form.js';
import { loadClosingPages } from './load-closing-pages.js';

afterEach(() => document.body.replaceChildren());

async function guide(name: string): Promise<Session> {
  const { plan } = await publishedOf('which-card');
  const session = await openFixture('which-card', { lang: 'en' });
  await doActs(session, plan, readCase(schemaFiles, `which-card/cases/${name}.json`).do);
  return session;
}

/** Draws a session as a connector brings it. */
async function connect(session: Session, more: Partial<FormConnection>): Promise<GuichetForm> {
  await loadClosingPages();
  if (!customElements.get('guichet-form')) customElements.define('guichet-form', GuichetForm);
  plug({
    openForm: () => Promise.resolve(connectionOf(session, more)),
    openStatus: () => Promise.reject(new Error('none')),
  });
  const form = document.createElement('guichet-form') as GuichetForm;
  form.lang = 'en';
  form.src = '/which-card/';
  document.body.replaceChildren(form);
  await expect.poll(() => form.querySelector('.gui-title')).not.toBeNull();
  return form;
}

const other = (form: HTMLElement) =>
  page.elementLocator(form).getByRole('button', { name: 'Go to the other procedure' });

describe('an exit', () => {
  it('opens the other procedure with the answers, and tells the host questions only', async () => {
    const taken: OtherProcedure[] = [];
    const next = await openFixture('every-kind');
    const form = await connect(await guide('a-card-here'), {
      openOther: (exit) => {
        taken.push(exit);
        return Promise.resolve(connectionOf(next));
      },
    });
    const heard = vi.fn();
    form.addEventListener('guichet-exit', (event) => heard((event as CustomEvent).detail));
    await other(form).click();
    await expect
      .poll(() => form.querySelector('.gui-title')?.textContent)
      .toBe('All kinds of questions');
    expect(document.activeElement).toBe(form.querySelector('.gui-title'));
    expect(heard).toHaveBeenCalledWith({ procedure: 'library-card', pointers: ['/card/reason'] });
    expect(JSON.stringify(heard.mock.calls)).not.toContain('stolen');
    expect(taken[0]).toMatchObject({
      procedure: 'library-card',
      answers: { '/card/reason': 'stolen' },
    });
  });

  it('leaves it to a host that prevents the default', async () => {
    const openOther = vi.fn();
    const form = await connect(await guide('a-card-here'), { openOther });
    form.addEventListener('guichet-exit', (event) => event.preventDefault());
    await other(form).click();
    expect(openOther).not.toHaveBeenCalled();
    expect(form.querySelector('[role="alert"]')).toBeNull();
  });

  it('stays, and says so, when the other procedure cannot be opened', async () => {
    const form = await connect(await guide('a-card-here'), {
      openOther: () => Promise.reject(new Error('404')),
    });
    await other(form).click();
    await expect.element(page.elementLocator(form).getByRole('alert')).toBeVisible();
    expect(form.querySelector('.gui-title')?.textContent).toBe('Ask for a library card');
  });

  it('promises nothing where nobody can open the other procedure', async () => {
    const form = await connect(await guide('a-card-here'), {});
    expect(other(form).query()).toBeNull();
    expect(form.textContent).not.toContain('Your answers come with you');
  });
});

describe('a guide', () => {
  it('speaks neither of saving nor of filing, and says that nothing is sent', async () => {
    const session = await openFixture('which-card', { lang: 'en' });
    const form = await connect(session, {});
    expect(form.textContent).toContain('Nothing is sent');
    expect(form.querySelector('.gui-save, .gui-not-sent, .gui-restore')).toBeNull();
    expect(form.textContent).not.toMatch(/saved|filed/i);
    expect(await violations(form)).toEqual([]);
  });

  it('ends without a way on, and can be begun again', async () => {
    const form = await connect(await guide('not-known'), {});
    expect(form.querySelector('[data-act="continue"]')).toBeNull();
    await expect
      .element(
        page.elementLocator(form).getByRole('button', { name: 'Start again from the beginning' }),
      )
      .toBeVisible();
    expect(await violations(form)).toEqual([]);
  });
});
