import type { SealedAttestation } from '@guichet/engine';
import axe from 'axe-core';
import jsQR from 'jsqr';
import { html, render } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sayWith } from '../status/say-with.js';
import { Life } from '../status/testing/life.js';
import { adoptSheet } from '../styles/adopt-sheet.js';
import { attestationView } from './attestation-view.js';

const reference = 'K7QM-2P4X-9RTD';
let host: HTMLElement;
let attestation: SealedAttestation;

beforeEach(() => {
  document.documentElement.lang = 'fr';
  host = document.createElement('guichet-status');
  document.body.append(host);
});
afterEach(() => {
  document.body.replaceChildren();
  return page.viewport(414, 896);
});

async function show(
  life = new Life('filed'),
  more: { verifier?: string } = {},
  into: HTMLElement | ShadowRoot = host,
) {
  attestation = await life.attestation('a1');
  const say = sayWith(life.texts);
  adoptSheet(into);
  render(
    html`<div class="gui-root" lang=${life.texts.lang} dir=${life.texts.dir}>
      ${attestationView({ receipt: { reference, attestation }, say, prefix: 'x', ...more })}
    </div>`,
    into,
  );
  await expect
    .poll(() => into.querySelector('.gui-att-code svg'), { timeout: 10_000 })
    .not.toBeNull();
}

/** Takes a picture of what is on the screen and reads it with another library. */
async function scan(element: Element): Promise<string | undefined> {
  const picture = await page.elementLocator(element).screenshot({ save: false });
  const image = await createImageBitmap(
    await (await fetch(`data:image/png;base64,${picture}`)).blob(),
  );
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen?.drawImage(image, 0, 0);
  const pixels = pen?.getImageData(0, 0, image.width, image.height);
  return pixels ? jsQR(pixels.data, image.width, image.height)?.data : undefined;
}
const code = () => host.querySelector('.gui-att-code svg') ?? host;
const button = (name: string) => page.getByRole('button', { name });

describe('the code on the screen', () => {
  it.each([
    [360, 'fr'],
    [360, 'ar'],
    [1200, 'fr'],
  ])(
    'reads back as the verification address and the signed text at %i px, %s',
    async (width, lang) => {
      await page.viewport(width, 640);
      await show(new Life('filed', lang));
      expect(await scan(code())).toBe(
        `https://guichet.prefecture.example/verifier/#${attestation.jws}`,
      );
    },
  );
  it('is the bare signed text when the verifier’s address cannot be printed', async () => {
    await page.viewport(1200, 640);
    await show(new Life('filed'), { verifier: 'https://préfecture.example/' });
    expect(await scan(code())).toBe(attestation.jws);
  });
  it('reads from a phone held out over a counter, in the dark theme too', async () => {
    await page.viewport(360, 640);
    host.style.setProperty('color-scheme', 'dark');
    await show();
    await userEvent.click(button('Montrer sur le téléphone'));
    const dialog = host.querySelector('dialog');
    expect(dialog?.open).toBe(true);
    expect(await scan(dialog?.querySelector('svg') ?? host)).toContain(attestation.jws);
    await userEvent.click(
      page.elementLocator(dialog ?? host).getByRole('button', { name: 'Fermer' }),
    );
    expect(dialog?.open).toBe(false);
  });
});

describe('the attestation view', () => {
  it('says French first, each part in its own language and direction', async () => {
    await show(new Life('filed', 'ar'));
    const blocks = [...host.querySelectorAll('.gui-att-words')];
    expect(blocks.map((block) => [block.getAttribute('lang'), block.getAttribute('dir')])).toEqual([
      ['fr', 'ltr'],
      ['ar', 'rtl'],
    ]);
  });
  it('has no fault that axe finds, in French and Arabic, and never overflows a small screen', async () => {
    await page.viewport(360, 640);
    for (const lang of ['fr', 'ar']) {
      await show(new Life('filed', lang));
      const { violations } = await axe.run(host);
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    }
  });
  it('gives the evidence as a file: the signed text and its reading', async () => {
    await show();
    const kept: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation(
      (blob) => (kept.push(blob as Blob), 'blob:x'),
    );
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await userEvent.click(button('Télécharger l’attestation'));
    vi.restoreAllMocks();
    expect(names).toEqual([`attestation-filing-${reference}.json`]);
    expect(JSON.parse((await kept[0]?.text()) ?? '')).toMatchObject({
      format: 'guichet-attestation/1',
      jws: attestation.jws,
      document: attestation.document,
    });
  });
  it('prints alone, in a frame that no rule of the page reaches, its code at 6 cm', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@media print { * { display: none !important } }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const faults: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      faults.push(event.violatedDirective),
    );
    await show();
    await userEvent.click(button('Imprimer l’attestation'));
    const printed = host.querySelector('iframe')?.contentDocument;
    expect(printed?.body.textContent).toContain(reference);
    expect(printed?.body.querySelector('svg path')?.getAttribute('d')?.length).toBeGreaterThan(
      1000,
    );
    expect(printed?.body.querySelector('button, details, dialog')).toBeNull();
    expect(
      [...(printed?.adoptedStyleSheets ?? [])].map(({ cssRules }) => cssRules.length > 10),
    ).toEqual([true]);
    expect(faults).toEqual([]);
    host.querySelector('iframe')?.contentWindow?.dispatchEvent(new Event('afterprint'));
    expect(host.querySelector('iframe')).toBeNull();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  it('is styled and works inside a shadow root', async () => {
    const form = document.createElement('div');
    document.body.append(form);
    const root = form.attachShadow({ mode: 'open' });
    await show(new Life('filed'), {}, root);
    const frame = root.querySelector('.gui-att-sheet');
    expect(frame && getComputedStyle(frame).borderTopWidth).toBe('8px');
  });
});
