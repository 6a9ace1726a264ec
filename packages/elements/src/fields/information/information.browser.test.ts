import { afterEach, describe, expect, it } from 'vitest';
import { mount } from '../../fixtures/mount.js';
import { openFixture } from '../../fixtures/open-fixture.js';
import { violations } from '../../fixtures/violations.js';

describe('field of kind information', () => {
  afterEach(() => document.body.replaceChildren());

  it('is read, and asks for nothing', async () => {
    const form = await mount(await openFixture('every-kind'));
    const box = form.querySelector('.gui-information');
    expect(box?.textContent).toContain('Keep your passport at hand');
    expect(box?.querySelector('input, button')).toBeNull();
    expect(box && (await violations(box))).toEqual([]);
  });
});
