import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, watchFaults } from './browser.js';
import { aboutPermit, fillIn } from './fill-in.js';
import { Person } from './person.js';
import { runExample, type RunningExample } from './running-example.js';

const patience = 180_000;
const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

let example: RunningExample;
let browser: Browser;

beforeAll(async () => {
  [example, browser] = await Promise.all([runExample(), launch()]);
}, patience);
afterAll(async () => {
  await browser?.close();
  await example?.close();
});

interface Visit {
  readonly page: Page;
  readonly person: Person;
  readonly context: BrowserContext;
  readonly faults: readonly string[];
  /** Bodies that the service answered to filings. */
  readonly receipts: { readonly dossier: string; readonly attestation: { readonly jws: string } }[];
}

async function visit(origin: string): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = await watchFaults(page);
  const receipts: Visit['receipts'] = [];
  page.on('response', async (response) => {
    if (!/\/drafts\/[^/]+\/file$/.test(response.url()) || !response.ok()) return;
    if (response.request().method() === 'POST') receipts.push(await response.json());
  });
  await page.goto(`${origin}/`);
  return { page, person: new Person(page), context, faults, receipts };
}

/** From the pieces to the receipt, one paper attached and the others left for later. */
async function attachAndFile(person: Person): Promise<void> {
  const { page } = person;
  const chooser = page.waitForEvent('filechooser');
  await person.press(/^Joindre un fichier – Passeport/, 'Enter');
  await (
    await chooser
  ).setFiles({ name: 'passeport.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByText('passeport.pdf').first().waitFor();
  await person.press(/^Continuer$/);
  await person.press(/^Continuer/);
  await page.getByRole('heading', { name: 'Relisez avant d’envoyer' }).waitFor();
  await person.press(/^Déposer/);
}

describe.each(['first', 'second'] as const)('the form on the %s origin', (origin) => {
  it(
    'is filed by keyboard alone, known by roles and names only',
    async () => {
      const { page, person, context, faults, receipts } = await visit(example[origin]);
      await fillIn(person);
      await attachAndFile(person);
      await page.getByRole('heading', { name: 'Votre demande est déposée' }).waitFor();
      const attestation = page.getByRole('article', { name: /attestation de dépôt/i });
      expect(await attestation.innerText()).toMatch(reference);
      expect(await attestation.innerText()).toContain('Salma Benali');
      expect(new Set(receipts.map((receipt) => receipt.dossier)).size).toBe(1);
      expect(faults).toEqual([]);
      await context.close();
    },
    patience,
  );
});

it(
  'keeps what was typed through a reload, and opens where the person was',
  async () => {
    const { page, person, context, faults } = await visit(example.first);
    await aboutPermit(person);
    await person.choose(/Avez-vous une nationalité/, 'Oui, une');
    await person.type(/Numéro étranger/, '9912345678');
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole('heading', { name: 'Votre nationalité et vos numéros' }).waitFor();
    expect(await page.getByRole('textbox', { name: /Numéro étranger/ }).inputValue()).toBe(
      '9912345678',
    );
    expect(await page.getByRole('radio', { name: 'Oui, une', exact: true }).isChecked()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  },
  patience,
);

it(
  'files one dossier when the button is pressed twice, and when the answer is lost on the way',
  async () => {
    const { page, person, context, receipts } = await visit(example.first);
    await fillIn(person);
    let lost = 0;
    await page.route('**/file', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await person.press(/^Continuer$/);
    await person.press(/^Continuer/);
    await person.reach(page.getByRole('button', { name: /^Déposer/ }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Votre demande est déposée' }).waitFor();
    expect(lost).toBe(1);
    expect(new Set(receipts.map((receipt) => receipt.dossier)).size).toBe(1);
    expect(new Set(receipts.map((receipt) => receipt.attestation.jws)).size).toBe(1);
    await context.close();
  },
  patience,
);

it(
  'offers what changed since as an amendment, after a reload too',
  async () => {
    const { page, person, context, faults } = await visit(example.first);
    await fillIn(person);
    await attachAndFile(person);
    await page.getByRole('heading', { name: 'Votre demande est déposée' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Relisez avant d’envoyer' }).waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(reference);
    await person.press(/^Modifier : Commune/);
    await person.type(/Commune/, 'Échirolles');
    await person.continueTo('Relisez avant d’envoyer');
    await person.press(/^Envoyer mes modifications/);
    await page.getByText('Échirolles').first().waitFor();
    await person.type(/Pourquoi/, 'J’ai déménagé.');
    await person.press(/^Envoyer mes modifications/);
    await page.getByRole('heading', { name: /Vos modifications sont/ }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  },
  patience,
);

it(
  'is verified with the network off, on the page opened again, by the code the person kept',
  async () => {
    const { page, person, context, faults } = await visit(example.first);
    await fillIn(person);
    await attachAndFile(person);
    await page.getByRole('heading', { name: 'Votre demande est déposée' }).waitFor();
    await person.reach(page.getByText('Le code en texte'));
    await page.keyboard.press('Enter');
    const code = await page.getByRole('article').getByRole('code').innerText();
    await page.goto(`${example.first}/verifier/`);
    await page.getByRole('heading', { name: 'Clés connues de cette page' }).waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForTimeout(1500);
    await context.setOffline(true);
    // Opened again with no network: everything comes from what the page kept.
    await page.reload();
    await person.reach(page.getByRole('textbox', { name: /Code ou adresse/ }));
    await page.keyboard.insertText(code);
    await person.press('Vérifier');
    await page.getByText('Benali').first().waitFor();
    const said = await page.getByRole('main').innerText();
    expect(said).toContain('Salma');
    await context.setOffline(false);
    // The list of keys is asked for anew, and nobody answers: the one kept is used.
    expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await context.close();
  },
  patience,
);
