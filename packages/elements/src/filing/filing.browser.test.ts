import type { FilingAnswer, Ports, Session } from '@guichet/engine';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture, type FixtureOptions } from '../fixtures/open-fixture.js';
import { receiptOf } from '../fixtures/receipt.js';
import { violations } from '../fixtures/violations.js';
import type { GuichetForm } from '../guichet-form.js';

type ServicePort = NonNullable<Ports['service']>;

const service = (more: Partial<ServicePort> = {}): ServicePort => ({
  putPiece: (_, file) => Promise.resolve({ ...file, state: 'stored' }),
  file: () => Promise.resolve({ is: 'filed', receipt: receiptOf() }),
  amend: () => Promise.resolve({ is: 'amended', receipt: receiptOf('administration', 2) }),
  fileOn: (day) => Promise.resolve({ is: 'scheduled', on: day }),
  ...more,
});

async function review(
  more: Partial<ServicePort> = {},
  options: FixtureOptions = {},
  id = 'every-kind',
): Promise<{ session: Session; form: GuichetForm }> {
  const session = await openFixture(id, {
    lang: 'en',
    ...options,
    ports: { service: service(more) },
  });
  for (let n = 0; session.step().kind !== 'review' && n < 60; n += 1) session.next();
  expect(session.step().kind).toBe('review');
  return { session, form: await mount(session) };
}

const button = (form: GuichetForm, name: string | RegExp) =>
  page.elementLocator(form).getByRole('button', { name });

afterEach(() => document.body.replaceChildren());

describe('filing', () => {
  it('ends on the attestation itself, with its heading focused and one event', async () => {
    const { form } = await review();
    const filed = vi.fn();
    form.addEventListener('guichet-filed', (event) => filed((event as CustomEvent).detail));
    await button(form, /Submit my incomplete|File my incomplete|incomplete/).click();
    await expect.poll(() => form.querySelector('.gui-title')).toBe(document.activeElement);
    await expect
      .element(page.elementLocator(form).getByText('4821 0937 5526').first())
      .toBeVisible();
    expect(filed.mock.calls).toEqual([[{ dossier: 'dossier1', reference: 'GUI-7K3M-92QX' }]]);
    expect(await violations(form)).toEqual([]);
  });

  it('is sent once however often the button is pressed', async () => {
    let answer: (answer: FilingAnswer) => void = () => undefined;
    const file = vi.fn(() => new Promise<FilingAnswer>((resolve) => (answer = resolve)));
    const { form } = await review({ file });
    const main = form.querySelector<HTMLElement>('.gui-file-actions .gui-main');
    main?.click();
    main?.click();
    await expect
      .poll(() => form.querySelector('.gui-file-actions .gui-main')?.getAttribute('aria-disabled'))
      .toBe('true');
    expect(form.querySelector('.gui-file-actions .gui-main')?.hasAttribute('disabled')).toBe(false);
    answer({ is: 'filed', receipt: receiptOf() });
    await expect.poll(() => form.querySelector('.gui-outcome')).not.toBeNull();
    expect(file).toHaveBeenCalledTimes(1);
  });

  it('says that nothing is lost when the service is away, and tries again', async () => {
    const file = vi
      .fn<ServicePort['file']>()
      .mockResolvedValueOnce({ is: 'unreachable' })
      .mockResolvedValue({ is: 'filed', receipt: receiptOf() });
    const { form } = await review({ file });
    form.querySelector<HTMLElement>('.gui-file-actions .gui-main')?.click();
    await expect.element(page.elementLocator(form).getByText(/Nothing is lost/)).toBeVisible();
    expect(await violations(form)).toEqual([]);
    await button(form, 'Try again now').click();
    await expect.poll(() => form.querySelector('.gui-outcome')).not.toBeNull();
  });

  it('lists what is to be completed and marks it in one gesture, with a reason', async () => {
    const { session, form } = await review();
    expect(session.review().toComplete.length).toBeGreaterThan(3);
    const why = form.querySelector<HTMLInputElement>('.gui-to-complete input');
    if (why) why.value = 'My papers are at the consulate';
    await button(form, /one go|one step|Mark/).click();
    expect(session.field('/text').mark).toMatchObject({
      is: 'unknown',
      why: 'My papers are at the consulate',
    });
    expect(form.querySelector('.gui-answer bdi')?.textContent).toContain('consulate');
  });

  it('leads to the question that a line of the review is about', async () => {
    const { form, session } = await review();
    await button(form, /^Change: First name/).click();
    await expect
      .poll(() => document.activeElement)
      .toBe(form.querySelector('[data-pointer="/text"] input'));
    expect(session.step().id).toBe('kinds');
  });

  it('offers what changed since as an amendment, with a reason', async () => {
    const difference = {
      base: 1,
      changes: [{ op: 'set', pointer: '/text', from: 'Amina', to: 'Aminata' }],
    } as const;
    const file = vi
      .fn()
      .mockResolvedValue({ is: 'already-filed', receipt: receiptOf(), difference });
    const amend = vi
      .fn<ServicePort['amend']>()
      .mockResolvedValue({ is: 'amended', receipt: receiptOf('administration', 2) });
    const { form } = await review({ file, amend });
    form.querySelector<HTMLElement>('.gui-file-actions .gui-main')?.click();
    await expect
      .element(page.elementLocator(form).getByText('Amina', { exact: true }))
      .toBeVisible();
    expect(form.querySelector('ins')?.textContent).toBe('Aminata');
    expect(await violations(form)).toEqual([]);
    const reason = form.querySelector('textarea');
    if (reason) reason.value = 'A spelling mistake';
    await button(form, /Send my changes/).click();
    await expect.poll(() => form.querySelector('.gui-outcome')).not.toBeNull();
    expect(amend.mock.calls[0]?.[0]).toMatchObject({ reason: 'A spelling mistake' });
  });

  it('says "prepare" under a third party, and that nothing is sent yet', async () => {
    const file = vi.fn().mockResolvedValue({ is: 'prepared', receipt: receiptOf('third-party') });
    const { form } = await review({ file }, { profile: 'third-party' });
    expect(form.querySelector('.gui-not-sent')).not.toBeNull();
    expect(form.querySelector('.gui-file-actions .gui-main')?.textContent).toMatch(/Prepare/);
    form.querySelector<HTMLElement>('.gui-file-actions .gui-main')?.click();
    await expect.poll(() => form.querySelector('.gui-outcome')).not.toBeNull();
    expect(form.querySelector('.gui-not-sent')).not.toBeNull();
    expect(form.textContent).not.toMatch(/\bfiled\b(?! on)/i);
  });

  it('leads from a prepared file to the page where one says that it was sent', async () => {
    const file = vi.fn().mockResolvedValue({ is: 'prepared', receipt: receiptOf('third-party') });
    const { form } = await review({ file }, { profile: 'third-party' });
    form.follow = '/dossier.html';
    form.querySelector<HTMLElement>('.gui-file-actions .gui-main')?.click();
    const link = page
      .elementLocator(form)
      .getByRole('link', { name: 'Say that the file has been sent', exact: true });
    await expect.element(link).toHaveAttribute('href', '/dossier.html');
    expect(form.querySelectorAll('a[href="/dossier.html"]').length).toBe(1);
    const { color, backgroundColor } = getComputedStyle(link.element());
    expect(color).not.toBe(backgroundColor);
    expect(await violations(form)).toEqual([]);
  });

  it('offers to file on the first day while it is too early', async () => {
    const fileOn = vi
      .fn<ServicePort['fileOn']>()
      .mockResolvedValue({ is: 'scheduled', on: '2027-02-15' });
    const draft = {
      answers: { '/currentPermit/until': '2027-06-15', '/declarations/accuracy': true },
    };
    const { form } = await review({ fileOn }, { draft }, 'student-permit-renewal');
    await expect
      .element(
        page
          .elementLocator(form)
          .getByText(/too early/)
          .first(),
      )
      .toBeVisible();
    form.querySelector<HTMLElement>('.gui-file-actions .gui-main')?.click();
    await expect.poll(() => fileOn.mock.calls[0]?.[0]).toBe('2027-02-15');
    await expect
      .poll(() => form.querySelector('.gui-title')?.textContent)
      .toMatch(/15 February 2027|February 15, 2027/);
    expect(await violations(form)).toEqual([]);
  });
});
