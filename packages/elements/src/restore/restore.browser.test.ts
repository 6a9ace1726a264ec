import type { Session } from '@guichet/engine';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FormConnection, RestoreAnswer } from '../connect.js';
import { plug } from '../connector.js';
import { connectionOf, mount } from '../fixtures/mount.js';
import { openFixture, publishedOf } from '../fixtures/open-fixture.js';
import { violations } from '../fixtures/violations.js';
import { GuichetForm } from '../guichet-form.js';
import { loadClosingPages } from '../steps/load-closing-pages.js';

afterEach(() => document.body.replaceChildren());

const code = '7K2M-9QXA';

/** A form opened by a host that can bring drafts back: one code is right, any other is not. */
async function openForm(lang = 'en'): Promise<GuichetForm> {
  await loadClosingPages();
  const restored = await openFixture('every-kind', { lang });
  restored.answer('/text', 'Amina');
  const restore = (_file: Blob, typed: string): Promise<RestoreAnswer> =>
    Promise.resolve(
      typed === code
        ? { is: 'restored', connection: connectionOf(restored) }
        : { is: 'refused', why: 'wrong-code' },
    );
  return connected(await openFixture('every-kind', { lang }), { restore });
}

async function connected(session: Session, more: Partial<FormConnection>): Promise<GuichetForm> {
  plug({
    openForm: () => Promise.resolve(connectionOf(session, more)),
    openStatus: () => Promise.reject(new Error('No status here.')),
  });
  if (!customElements.get('guichet-form')) customElements.define('guichet-form', GuichetForm);
  const form = new GuichetForm();
  form.src = '/every-kind/';
  document.body.replaceChildren(form);
  await expect.element(page.elementLocator(form).getByRole('heading').first()).toBeVisible();
  return form;
}

/** Tabs until what has that name has the focus. */
async function reach(name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    const at = document.activeElement;
    const label = at?.id ? document.querySelector(`label[for="${at.id}"]`)?.textContent : undefined;
    if (name.test(label ?? at?.textContent ?? '') && at !== document.body) return;
    await userEvent.keyboard('{Tab}');
  }
  throw new Error(`${String(name)} was not reached.`);
}

/** What the browser's own dialog does once a file is chosen. */
function chooseFile(): void {
  const given = new DataTransfer();
  given.items.add(new File(['{}'], 'my-answers.guichet'));
  const control = document.activeElement;
  if (!(control instanceof HTMLInputElement)) throw new Error('A file control had the focus.');
  control.files = given.files;
}

describe('a file of answers', () => {
  it('is opened by keyboard alone, its draft drawn and its heading focused', async () => {
    const form = await openForm();
    await reach(/I have a file of my answers/);
    await userEvent.keyboard('{Enter}');
    await reach(/^The downloaded file/);
    chooseFile();
    await reach(/^The code of this file/);
    await userEvent.keyboard(`${code}{Enter}`);
    await expect
      .poll(() => form.querySelector<HTMLInputElement>('[data-pointer="/text"] input')?.value)
      .toBe('Amina');
    expect(document.activeElement).toBe(form.querySelector('.gui-title'));
  });

  it.each(['fr', 'en', 'ar'])('says in %s why it cannot be opened, and has no fault', async (lang) => {
    const { texts } = await publishedOf('student-permit-renewal');
    const ui = (key: string): string => String(texts[lang]?.bundle.ui[key]);
    const session = await openFixture('student-permit-renewal', { lang });
    const restore = (): Promise<RestoreAnswer> =>
      Promise.resolve({ is: 'refused', why: 'other-procedure' });
    const form = await connected(session, { restore });
    const within = page.elementLocator(form);
    await within.getByRole('button', { name: ui('restore'), exact: true }).click();
    const open = within.getByRole('button', { name: ui('restore.open'), exact: true });
    await open.click();
    await expect.element(within.getByText(ui('restore.no-file'))).toBeVisible();
    expect(document.activeElement?.getAttribute('type')).toBe('file');
    chooseFile();
    await open.click();
    await expect.element(within.getByText(ui('restore.other-procedure'))).toBeVisible();
    for (const why of ['no-capsule', 'code-miscopied', 'wrong-code', 'damaged', 'failed'])
      expect(ui(`restore.${why}`)).not.toBe('undefined');
    expect(await violations(form)).toEqual([]);
  });

  it('is not offered by a host that cannot bring it back', async () => {
    const form = await mount(await openFixture('every-kind'));
    expect(form.textContent).not.toContain('I have a file of my answers');
  });
});
