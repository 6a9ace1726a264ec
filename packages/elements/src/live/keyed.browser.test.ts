import { html, render } from 'lit';
import { expect, it, vi } from 'vitest';
import { Hub } from './hub.js';
import { keyed } from './keyed.js';
import { watch } from './watch.js';

it('stops the watchers of what another key replaces, and keeps those of the same key', () => {
  const hub = new Hub();
  const place = document.createElement('div');
  const draw = vi.fn((key: string) => html`<p>${key}</p>`);
  const show = (outer: string, inner: string): void => {
    const part = html`<div>${watch(hub, () => draw(inner), '@summary')}</div>`;
    render(html`${keyed(outer, keyed(inner, part))}`, place);
  };
  show('form', 'fr');
  const paragraph = place.querySelector('p');
  show('form', 'fr');
  expect(place.querySelector('p')).toBe(paragraph);
  show('form', 'en');
  show('form', 'ar');
  show('other form', 'ar');
  draw.mockClear();
  hub.touch(['@summary']);
  expect(draw.mock.calls).toEqual([['ar']]);
  expect(place.textContent?.trim()).toBe('ar');
});
