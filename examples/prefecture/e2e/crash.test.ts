import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchOn } from './browser.js';
import { aboutPermit } from './fill-in.js';
import { Person } from './person.js';
import { runExample, type RunningExample } from './running-example.js';

const patience = 180_000;
let example: RunningExample;
let profile: string;

beforeAll(async () => {
  [example, profile] = await Promise.all([
    runExample(),
    mkdtemp(path.join(tmpdir(), 'guichet-profile-')),
  ]);
}, patience);
afterAll(async () => {
  await example?.close();
  await rm(profile, { recursive: true, force: true });
});

/** Ends every process of the browser that runs on `folder`, as a power cut of the phone would. */
function killBrowser(context: BrowserContext, folder: string): void {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  for (const line of list.split('\n')) {
    if (line.includes(`--user-data-dir=${folder}`)) tryKill(Number.parseInt(line, 10));
  }
  context.close().catch(() => undefined);
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // A child that went with its parent.
  }
}

it(
  'keeps everything typed up to 300 ms before the browser is killed, the service being dead too',
  async () => {
    const before = await launchOn(profile);
    const page = before.pages()[0] ?? (await before.newPage());
    await page.goto(`${example.first}/`);
    const person = new Person(page);
    await aboutPermit(person);
    await person.choose(/Avez-vous une nationalité/, 'Oui, une');
    await example.kill();
    await person.type(/Numéro étranger/, '9912345678');
    await page.waitForTimeout(300);
    killBrowser(before, profile);
    const restarted = await example.again();
    example = restarted;
    const after = await launchOn(profile);
    const again = after.pages()[0] ?? (await after.newPage());
    await again.goto(`${restarted.first}/`);
    await again.getByRole('heading', { name: 'Votre nationalité et vos numéros' }).waitFor();
    expect(await again.getByRole('textbox', { name: /Numéro étranger/ }).inputValue()).toBe(
      '9912345678',
    );
    await again.getByText(/Enregistré sur cet appareil et auprès du service/).waitFor();
    await after.close();
  },
  patience,
);
