import type { PieceFile, Session } from '@guichet/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture } from '../fixtures/open-fixture.js';
import { violations } from '../fixtures/violations.js';
import type { GuichetForm } from '../guichet-form.js';

interface Sending {
  readonly file: PieceFile;
  readonly progress: (ratio: number) => void;
  readonly end: (file: PieceFile) => void;
}

describe('piece', () => {
  const sendings: Sending[] = [];
  let session: Session;
  let form: GuichetForm;
  let all: Locator;
  const unreachable = (): Promise<{ readonly is: 'unreachable' }> =>
    Promise.resolve({ is: 'unreachable' });

  beforeEach(async () => {
    sendings.length = 0;
    const service = {
      putPiece: (_: string, file: PieceFile, __: unknown, progress: (ratio: number) => void) =>
        new Promise<PieceFile>((end) => sendings.push({ file, progress, end })),
      file: unreachable,
      amend: unreachable,
      fileOn: unreachable,
    };
    session = await openFixture('every-kind', { ports: { service } });
    while (session.step().id !== 'pieces') session.next();
    form = await mount(session);
    all = page.elementLocator(form);
  });
  afterEach(() => form.remove());

  const attach = (name = 'me.png', bytes = 4): Promise<void> =>
    userEvent.upload(
      form.querySelector<HTMLElement>('input[type="file"]') ?? form,
      new File([new Uint8Array(bytes).fill(7)], name, { type: 'image/png' }),
    );

  it('says its limits before the control, and which files it takes', async () => {
    const input = form.querySelector<HTMLInputElement>('input[type="file"]');
    expect(input?.accept).toContain('image/jpeg');
    const limits = input?.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '';
    expect(document.getElementById(limits)?.textContent).toMatch(/JPEG, PNG.*1 MB.*2 files/);
  });

  it('shows how far a file has been sent, then that the service has it', async () => {
    await attach();
    await expect.poll(() => sendings.length).toBe(1);
    sendings[0]?.progress(0.5);
    await expect
      .element(all.getByRole('progressbar', { name: /me\.png/ }))
      .toHaveAttribute('max', '100');
    await expect
      .poll(() => form.querySelector<HTMLProgressElement>('.gui-file-line progress')?.value)
      .toBe(50);
    const sending = sendings[0];
    sending?.end({ ...sending.file, state: 'stored' });
    await expect.element(all.getByText('Received by the service')).toBeVisible();
    await expect.poll(() => form.querySelector('.gui-live')?.textContent).toMatch(/me\.png/);
  });

  it('removes a file and gives focus back to the control', async () => {
    await attach();
    await all.getByRole('button', { name: /Remove.*me\.png/ }).click();
    expect(session.piece('photo').files).toEqual([]);
    await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('file');
  });

  it('says on the piece what is wrong with a file, and keeps the rest', async () => {
    session.answer('/text', 'Amina');
    await attach('huge.png', 1_000_001);
    await expect.element(all.getByText(/huge\.png/).first()).toBeVisible();
    expect(session.piece('photo').issue?.code).toBe('file-too-large');
    expect(form.querySelector('[data-piece] .gui-issue')?.textContent).toContain(
      session.piece('photo').issue?.message,
    );
    expect(session.field('/text').value).toBe('Amina');
    expect(await violations(form)).toEqual([]);
  });

  it('can be declared missing or awaited, knowing what that costs', async () => {
    await all.getByRole('button', { name: /don’t have it/ }).click();
    const { needed } = session.piece('photo');
    expect(needed).toBe('delivery');
    await expect.element(all.getByText(/cannot be handed to you/)).toBeVisible();
    await userEvent.type(
      all.getByRole('textbox', { name: /waiting for/ }),
      'The photographer{Enter}',
    );
    expect(session.piece('photo').mark).toMatchObject({ is: 'awaited', from: 'The photographer' });
    await expect.element(all.getByText(/The photographer/)).toHaveFocus();
    expect(await violations(form)).toEqual([]);
    await all.getByRole('button', { name: /I can attach it/ }).click();
    expect(session.piece('photo').mark).toBeUndefined();
  });
});
