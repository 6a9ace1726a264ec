import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const executablePath =
  process.env['CHROMIUM_PATH'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((one) =>
    existsSync(one),
  );
const launching = executablePath === undefined ? { args } : { args, executablePath };

export function launch(): Promise<Browser> {
  return chromium.launch(launching);
}

/** A browser whose storage outlives its process, so that the process can be killed. */
export function launchOn(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...launching,
    viewport: { width: 1280, height: 900 },
  });
}

/** What must never happen on a page: a violated policy, an error in the console, an uncaught one. */
export async function watchFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('tellViolation', (what: string) => faults.push(`policy: ${what}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const told = `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`;
      (globalThis as unknown as { tellViolation(what: string): void }).tellViolation(told);
    });
  });
  return faults;
}
