import type { Session } from '@guichet/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture } from '../fixtures/open-fixture.js';
import { violations } from '../fixtures/violations.js';
import type { GuichetForm } from '../guichet-form.js';

describe('rows brought in from a table', () => {
  let session: Session;
  let form: GuichetForm;
  const chooser = () => form.querySelector<HTMLInputElement>('.gui-import input[type="file"]');
  const bring = async (text: string): Promise<void> => {
    await expect.poll(chooser).not.toBeNull();
    await userEvent.upload(
      chooser() as HTMLInputElement,
      new File([text], 'rows.csv', { type: 'text/csv' }),
    );
  };
  const said = (): string => form.querySelector('.gui-import')?.textContent ?? '';

  beforeEach(async () => {
    session = await openFixture('every-kind');
    session.next();
    session.next();
    form = await mount(session);
  });
  afterEach(() => form.remove());

  it('are added, and what could not be read is listed by line', async () => {
    await bring('Diploma;Year\nLicence;2020\nMaster;soon\n');
    await expect.poll(() => session.group('/years').rows.length).toBe(2);
    await expect.poll(said).toMatch(/2 lines brought in/);
    expect(said()).toMatch(/Line 3: “Year” could not be read/);
    await expect.poll(() => form.querySelector('.gui-live')?.textContent).toMatch(/2 lines/);
    expect(await violations(form)).toEqual([]);
  });

  it('say which columns a table has, under a name of their own', async () => {
    await expect.poll(chooser).not.toBeNull();
    await expect
      .element(page.elementLocator(form).getByLabelText('Bring the lines in from a table'))
      .toBeVisible();
    expect(said()).toMatch(/Diploma, Year/);
  });

  it('say that a file is no table, and take another', async () => {
    await bring('PK\u0003\u0004');
    await expect.poll(said).toMatch(/not a CSV table/);
    await bring('Diploma;Year\nLicence;2020\n');
    await expect.poll(() => session.group('/years').rows.length).toBe(1);
  });

  it('are no longer offered when there is room for no more', async () => {
    await bring('Diploma;Year\nA;1\nB;2\nC;3\nD;4\n');
    await expect.poll(() => session.group('/years').rows.length).toBe(3);
    await expect.poll(chooser).toBeNull();
    expect(said()).toMatch(/more lines than the 3 possible/);
  });
});
