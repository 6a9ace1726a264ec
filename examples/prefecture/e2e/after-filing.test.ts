import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, watchFaults } from './browser.js';
import { aboutPermit, fillIn } from './fill-in.js';
import { Person } from './person.js';
import { runExample, type RunningExample } from './running-example.js';
import { scan } from './scan.js';

const patience = 180_000;
let example: RunningExample;
let browser: Browser;

beforeAll(async () => {
  [example, browser] = await Promise.all([runExample(), launch()]);
}, patience);
afterAll(async () => {
  await browser?.close();
  await example?.close();
});

function newContext(): Promise<BrowserContext> {
  return browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
}

async function openPage(context: BrowserContext): Promise<{ page: Page; person: Person }> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${example.first}/`);
  return { page, person: new Person(page) };
}

async function file(person: Person): Promise<void> {
  await fillIn(person);
  await person.press(/^Continuer$/);
  await person.press(/^Continuer/);
  await person.page.getByRole('heading', { name: 'Relisez avant d’envoyer' }).waitFor();
  await person.press(/^Déposer/);
  await person.page.getByRole('heading', { name: 'Votre demande est déposée' }).waitFor();
}

it(
  'leads from the code on the screen to the page that says its signature is right',
  async () => {
    const context = await newContext();
    const { page, person } = await openPage(context);
    await file(person);
    const code = page.getByRole('article').getByRole('img', { name: /Code à scanner/ });
    const read = await scan(code);
    expect(read).toMatch(new RegExp(`^${example.first}/verifier/#[\\w-]+\\.[\\w-]+\\.[\\w-]+$`));
    const phone = await browser.newContext({ locale: 'fr-FR' });
    const verifier = await phone.newPage();
    const faults = await watchFaults(verifier);
    await verifier.goto(read);
    // The demonstration signs with a key for trying out, and the page says that too.
    await verifier.getByText(/La signature est juste/).waitFor();
    await verifier.getByText('Benali').first().waitFor();
    expect(faults).toEqual([]);
    await phone.close();
    await context.close();
  },
  patience,
);

it(
  'amends from the page of the dossier by keyboard, whatever was begun since, and gets the proof of it',
  async () => {
    const context = await newContext();
    const { page, person } = await openPage(context);
    await file(person);
    await person.press(/^Commencer une autre demande/);
    await page.getByRole('heading', { name: /titre actuel/i }).first().waitFor();
    await aboutPermit(person);
    await page.goto(`${example.first}/dossier.html`);
    await person.press(/^Modifier mes réponses/);
    await page.getByRole('heading', { name: 'Relisez avant d’envoyer' }).waitFor();
    await person.press(/^Modifier : Commune/);
    await person.type(/Commune/, 'Échirolles');
    await person.continueTo('Relisez avant d’envoyer');
    await person.press(/^Envoyer mes modifications/);
    await person.type(/Pourquoi/, 'J’ai déménagé.');
    await person.press(/^Envoyer mes modifications/);
    await page.getByRole('heading', { name: /Vos modifications sont/ }).waitFor();
    await page.getByRole('article', { name: /modification/i }).waitFor();
    await context.close();
  },
  patience,
);

it(
  'shows in a second tab what is typed in the first, at once, and the other way round',
  async () => {
    const context = await newContext();
    const { page: first, person } = await openPage(context);
    await aboutPermit(person);
    await person.type(/Numéro étranger/, '9912345678');
    await first.waitForTimeout(400);
    const { page: second, person: other } = await openPage(context);
    const number = (page: Page) => page.getByRole('textbox', { name: /Numéro étranger/ });
    await number(second).waitFor();
    expect(await number(second).inputValue()).toBe('9912345678');
    await other.choose(/Avez-vous une nationalité/, 'Oui, une');
    await other.pick(/^Votre nationalité/, 'Maroc');
    const shown = first.getByRole('combobox', { name: /^Votre nationalité/ });
    await shown.waitFor();
    await expect
      .poll(() => shown.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.label))
      .toBe('Maroc');
    await person.type(/Numéro étranger/, '9987654321');
    await expect.poll(() => number(second).inputValue()).toBe('9987654321');
    await context.close();
  },
  patience,
);
