import type { DraftEntry } from '@guichet/engine';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture } from '../fixtures/open-fixture.js';

afterEach(() => document.body.replaceChildren());

/** What another page on the same draft wrote into a text. */
const fromAnotherPage = (value: string): readonly DraftEntry[] => [
  { n: 1, at: '2026-11-23T09:01:00Z', device: 'other', op: 'set', pointer: '/text', value },
];

describe('a text that another page answers', () => {
  it('is shown at once where nobody is typing', async () => {
    const session = await openFixture('every-kind');
    const form = await mount(session);
    session.receive?.(fromAnotherPage('written there'));
    expect(form.querySelector<HTMLInputElement>('[data-pointer="/text"] input')?.value).toBe(
      'written there',
    );
  });

  it('is left alone under the caret, and shown once the person leaves it', async () => {
    const session = await openFixture('every-kind');
    const form = await mount(session);
    const control = form.querySelector<HTMLInputElement>('[data-pointer="/text"] input');
    control?.focus();
    session.receive?.(fromAnotherPage('written there'));
    expect(control?.value).toBe('');
    await userEvent.keyboard('{Tab}');
    expect(control?.value).toBe('written there');
  });

  it('is what was typed here when that came later', async () => {
    const session = await openFixture('every-kind');
    const form = await mount(session);
    const control = form.querySelector<HTMLInputElement>('[data-pointer="/text"] input');
    control?.focus();
    session.receive?.(fromAnotherPage('written there'));
    await userEvent.keyboard('typed here');
    await userEvent.keyboard('{Tab}');
    expect(control?.value).toBe('typed here');
    expect(session.field('/text').value).toBe('typed here');
  });
});
