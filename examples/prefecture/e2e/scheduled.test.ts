import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, watchFaults } from './browser.js';
import { daysAhead, fillIn } from './fill-in.js';
import { Person } from './person.js';
import { runService, type RunningService } from './running-service.js';

const patience = 180_000;
let service: RunningService;
let browser: Browser;

beforeAll(async () => {
  service = await runService('scheduled', 'operator.json');
  browser = await launch();
}, patience);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

it(
  'files on the day the person chose, with what was changed since, and shows the receipt to who comes back',
  async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults = await watchFaults(page);
    const person = new Person(page);
    await page.goto(`${service.origin}/`);
    await fillIn(person, daysAhead(200));
    await person.press(/^Continuer$/);
    await person.press(/^Continuer/);
    await person.press(/^Déposer pour moi le/);
    await page.getByRole('heading', { name: /^C’est prévu/ }).waitFor();
    await person.press(/^Modifier mes réponses|^Changer/);
    await person.press(/^Modifier : Commune/);
    await person.type(/Commune/, 'Échirolles');
    await person.continueTo('Relisez avant d’envoyer');
    await page.waitForTimeout(1500);
    await page.goto('about:blank');
    service.clock.now = () => new Date(Date.now() + 81 * 86_400_000);
    await service.runQueue();
    await page.goto(`${service.origin}/`);
    await page.getByRole('heading', { name: 'Votre demande est déposée' }).waitFor();
    const attestation = page.getByRole('article', { name: /attestation de dépôt/i });
    expect(await attestation.innerText()).toContain('Salma Benali');
    expect(await attestation.innerText()).toContain('le jour qu’elle a choisi');
    await person.press(/^Modifier mes réponses|^Changer/);
    await person.press(/^Envoyer mes modifications/);
    await page.getByText('Votre demande est déposée').first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  },
  patience,
);
