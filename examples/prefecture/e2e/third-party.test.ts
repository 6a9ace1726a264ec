import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, watchFaults } from './browser.js';
import { fillIn } from './fill-in.js';
import { Person } from './person.js';
import { runService, type RunningService } from './running-service.js';

const patience = 240_000;

/** *Filed* in the three languages of the form. */
const filed =
  /(?<!\p{L})(d[ée]pos[ée]e?s?|filed|attestation de dépôt)(?!\p{L})|مودع|أودع|تم الإيداع/giu;

/** *Your file is prepared*, by the name of its language. */
const preparedIn = [
  ['English', 'Your file is prepared'],
  ['العربية', 'تم تحضير ملفك'],
  ['Français', 'Votre dossier est préparé'],
] as const;

interface Receipt {
  readonly dossier: string;
  readonly attestation: { readonly jws: string };
}

let service: RunningService;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  service = await runService('third-party', 'operator.third-party.json');
  browser = await launch();
  context = await browser.newContext({ locale: 'fr-FR' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  faults = await watchFaults(page);
}, patience);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

/** Every text of the element, read as it is shown and as it is heard; the words around it are the host's. */
async function said(on: Page = page): Promise<string> {
  return on.locator('guichet-form, guichet-status').evaluate((element) => {
    const named = [...element.querySelectorAll('[aria-label], [title], [alt]')].flatMap((one) =>
      ['aria-label', 'title', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    );
    return [element.textContent, ...named].join('\n');
  });
}

async function neverSaysFiled(): Promise<void> {
  expect((await said()).match(filed) ?? []).toEqual([]);
}

/** The page as paper: the print style decides what shows. */
async function neverPrintsFiled(): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  expect((await page.locator('main').innerText()).match(filed) ?? []).toEqual([]);
  await page.emulateMedia({ media: null });
}

it(
  'never says filed under a third party, on screen or paper, before there is proof of sending',
  async () => {
    const person = new Person(page);
    let receipt: Receipt | undefined;
    let capability = '';
    page.on('response', async (response) => {
      if (!/\/drafts\/[^/]+\/file$/.test(response.url()) || !response.ok()) return;
      capability = response.request().headers()['authorization'] ?? '';
      receipt = (await response.json()) as Receipt;
    });
    await page.goto(`${service.origin}/`);
    await page.getByText('Pas encore envoyé au service qui décide').first().waitFor();
    await fillIn(person);
    await neverSaysFiled();
    await person.press(/^Continuer$/);
    await person.press(/^Continuer/);
    await page.getByRole('heading', { name: 'Relisez avant d’envoyer' }).waitFor();
    await neverSaysFiled();
    await neverPrintsFiled();
    await person.press(/^Préparer mon dossier/);
    await page.getByRole('heading', { name: 'Votre dossier est préparé' }).waitFor();
    await page.getByText('Pas encore envoyé au service qui décide').first().waitFor();
    for (const [language, title] of preparedIn) {
      await person.press(language);
      await page.getByRole('heading', { name: title }).waitFor();
      await neverSaysFiled();
      await neverPrintsFiled();
    }
    expect(JSON.stringify(receipt).match(filed) ?? []).toEqual([]);

    await person.reach(page.getByRole('link', { name: 'Dire que le dossier est envoyé' }));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dossier.html');
    await person.press('Dire que le dossier est envoyé');
    await page.getByText('Quelle preuve avez-vous ?').first().waitFor();

    await page.goto(`${service.origin}/verifier/`);
    await page.getByRole('heading', { name: 'Clés connues de cette page' }).waitFor();
    await person.reach(page.getByRole('textbox', { name: /Code ou adresse/ }));
    await page.keyboard.insertText(receipt?.attestation.jws ?? '');
    await person.press('Vérifier');
    await page.getByText('Benali').first().waitFor();
    expect((await page.getByRole('main').innerText()).match(filed) ?? []).toEqual([]);

    await page.goto(`${service.origin}/dossier.html`);
    await page.getByRole('main').getByText('Pas encore envoyé').first().waitFor();
    await neverSaysFiled();
    await neverPrintsFiled();

    await transmit(receipt?.dossier ?? '', capability);
    await page.reload();
    await page
      .getByRole('heading', { name: 'Dossier envoyé au service qui décide', exact: true })
      .waitFor();
    expect(await said()).not.toContain('Pas encore envoyé');
    expect(await said()).toMatch(/attestation d’envoi/i);
    expect(faults).toEqual([]);
  },
  patience,
);

/** The association's registered letter, with its number. */
async function transmit(dossier: string, authorization: string): Promise<void> {
  const answer = await fetch(`${service.origin}/api/v1/dossiers/${dossier}/commands`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({
      command: 'transmit',
      body: {
        proof: { kind: 'registered-letter', reference: '1A 234 567 8901 2' },
        effectiveAt: new Date().toISOString(),
      },
    }),
  });
  expect(answer.status, await answer.text()).toBe(200);
}
