import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mount } from '../fixtures/mount.js';
import { openFixture } from '../fixtures/open-fixture.js';
import { violations } from '../fixtures/violations.js';

/** What content management themes and resets do to a page, at their worst. */
const HOSTILE = `
  * { outline: 0; box-shadow: none; }
  *:focus { outline: none; }
  input, select, textarea { border: 0; background: transparent; min-height: 0; }
  input[type='radio'], input[type='checkbox'] { position: absolute; opacity: 0; }
  label, legend { display: none; }
  button { all: unset; }
`;

function hostPage(rules: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, sheet];
  return () =>
    (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet));
}

describe('the sheet', () => {
  let leave: () => void = () => undefined;
  afterEach(() => {
    leave();
    document.body.replaceChildren();
  });

  it('is adopted once, however many forms are in the page', async () => {
    await mount(await openFixture('every-kind'));
    const count = document.adoptedStyleSheets.length;
    await mount(await openFixture('every-kind'));
    expect(document.adoptedStyleSheets).toHaveLength(count);
  });

  it('keeps focus, edges, labels and targets on a hostile page', async () => {
    leave = hostPage(HOSTILE);
    const form = await mount(await openFixture('every-kind'));
    const input = form.querySelector<HTMLElement>('.gui-input');
    const radio = form.querySelector<HTMLElement>('.gui-radio');
    const label = form.querySelector<HTMLElement>('.gui-label');
    const main = form.querySelector<HTMLElement>('.gui-main');
    if (!input || !radio || !label || !main) throw new Error('not drawn');
    expect(getComputedStyle(input)).toMatchObject({
      borderTopStyle: 'solid',
      borderTopWidth: '2px',
    });
    expect(getComputedStyle(radio)).toMatchObject({
      opacity: '1',
      position: 'static',
      width: '28px',
    });
    expect(label.getBoundingClientRect().height).toBeGreaterThan(10);
    expect(main.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    input.focus();
    await userEvent.keyboard('a');
    expect(getComputedStyle(input)).toMatchObject({ outlineStyle: 'solid', outlineWidth: '3px' });
  });

  it('lets a host restyle by plain rules and by custom properties', async () => {
    leave = hostPage('guichet-form { --guichet-radius: 0px; } .gui-title { font-weight: 400; }');
    const form = await mount(await openFixture('every-kind'));
    const title = form.querySelector('.gui-title');
    const input = form.querySelector('.gui-input');
    expect(title && getComputedStyle(title).fontWeight).toBe('400');
    expect(input && getComputedStyle(input).borderRadius).toBe('0px');
  });

  it('is dark where the page is dark, with every contrast kept', async () => {
    leave = hostPage(':root { color-scheme: dark; } body { background: #141a20; }');
    const form = await mount(await openFixture('every-kind'));
    expect(getComputedStyle(form.querySelector('.gui-root') ?? form).color).toBe(
      'rgb(236, 232, 223)',
    );
    expect(await violations(form)).toEqual([]);
  });
});
