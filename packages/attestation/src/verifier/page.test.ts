/// <reference types="node" />
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildVerifier } from '../../verifier/build.js';
import type { KeyList, SigningKey } from '../keys.js';
import { generateSigningKey } from '../keys.js';
import { qrMatrix } from '../qr/qr-matrix.js';
import { signAttestation } from '../sign-attestation.js';
import { filingClaims, listOf } from '../testing.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types guichet; frame-ancestors 'none'; base-uri 'none'";
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

let folder: string;
let server: Server;
let origin: string;
let browser: Browser;
let key: SigningKey;
let keys: KeyList;
let jws: string;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-verifier-'));
  await buildVerifier(folder);
  key = await generateSigningKey();
  keys = listOf(key);
  jws = await signAttestation(filingClaims, key);
  server = createServer((request, response) => void serve(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  keys = listOf(key);
  page = await newPage('en-GB');
});

async function serve(url: string, response: import('node:http').ServerResponse): Promise<void> {
  response.setHeader('Content-Security-Policy', policy);
  // As our own service says it of compressed files and of what other origins may read.
  response.setHeader('Vary', 'Origin, Accept-Encoding');
  if (url === '/api/v1/keys') {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(keys));
    return;
  }
  const name = url.replace('/verifier/', '') || 'index.html';
  const bytes = await readFile(path.join(folder, path.basename(name))).catch(() => undefined);
  response.statusCode = bytes ? 200 : 404;
  response.setHeader('Content-Type', types[name.split('.').at(-1) ?? ''] ?? 'text/plain');
  response.end(bytes);
}

async function newPage(locale: string): Promise<Page> {
  faults.length = 0;
  const context = await browser.newContext({ locale });
  const made = await context.newPage();
  made.on(
    'console',
    (said) => said.type() === 'error' && !said.text().includes('404') && faults.push(said.text()),
  );
  made.on('pageerror', (error) => faults.push(error.message));
  return made;
}

const open = (code = '') => page.goto(`${origin}/verifier/${code && `#${code}`}`);
const verdict = () => page.locator('#verdict');
async function paste(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Code or address of the attestation' }).fill(text);
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
}

/** The code as a photograph: a PNG of `scale` pixels a module. */
function photograph(text: string, scale: number): Buffer {
  const { size, modules } = qrMatrix(text);
  const png = new PNG({ width: (size + 8) * scale, height: (size + 8) * scale });
  png.data.fill(255);
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++)
      if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)]) {
        const at = ((y + 4 * scale) * png.width + x + 4 * scale) * 4;
        png.data.fill(0, at, at + 3);
      }
  return PNG.sync.write(png);
}

describe('the verification page', () => {
  it('says authentic, and what the code says, of a code in its address', async () => {
    await open(jws);
    await expect.poll(() => verdict().textContent()).toBe('Authentic');
    const said = page.locator('#said');
    for (const text of [
      'Benali',
      'Yasmine Amira',
      '2 April 1999',
      'K7QM-2P4X-9RTD',
      'Préfecture d’exemple',
    ])
      expect(await said.textContent()).toContain(text);
    expect(page.url()).toBe(`${origin}/verifier/`);
    expect(faults).toEqual([]);
  });
  it('never sends the code anywhere', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await open(jws);
    await expect.poll(() => verdict().textContent()).toBe('Authentic');
    expect(asked.join('\n').replaceAll(`#${jws}`, '')).not.toContain(jws.slice(60, 120));
  });
  it('says altered, and shows no claim, when one character was changed', async () => {
    await open();
    const at = jws.indexOf('.') + 60;
    await paste(jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1));
    await expect.poll(() => verdict().textContent()).toBe('Altered or unreadable');
    expect(await page.locator('#said').textContent()).toBe('');
  });
  it('says unknown key of a key it does not know', async () => {
    await open();
    await paste(await signAttestation(filingClaims, await generateSigningKey()));
    await expect.poll(() => verdict().textContent()).toBe('Unknown key');
  });
  it('says that a test key is worth nothing', async () => {
    keys = listOf(key, { test: true });
    await open(jws);
    await expect.poll(() => verdict().textContent()).toBe('Test: worth nothing');
  });
  it('reads a picture of the code, with the address of the page in it', async () => {
    await open();
    const buffer = photograph(`${origin}/verifier/#${jws}`, 5);
    await page.locator('#image').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer });
    await expect.poll(() => verdict().textContent()).toBe('Authentic');
    expect(faults).toEqual([]);
  });
  it('says so when a picture holds no code, or is no picture', async () => {
    await open();
    const blank = PNG.sync.write(Object.assign(new PNG({ width: 50, height: 50 })));
    await page
      .locator('#image')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: blank });
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('No QR code');
    await page
      .locator('#image')
      .setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: Buffer.from('b') });
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('not a picture');
  });
  it('opens and verifies with the network off, once it was opened', async () => {
    await open();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.context().setOffline(true);
    await page.reload();
    await paste(jws);
    await expect.poll(() => verdict().textContent()).toBe('Authentic');
    await page.context().setOffline(false);
  });
  it('says that it cannot verify before it ever got a list, and takes one from a file', async () => {
    await page.route('**/api/v1/keys', (route) => route.abort());
    await open(jws);
    await expect.poll(() => verdict().textContent()).toBe('Cannot verify');
    const buffer = Buffer.from(JSON.stringify(keys));
    await page
      .locator('#list')
      .setInputFiles({ name: 'keys.json', mimeType: 'application/json', buffer });
    await expect.poll(() => verdict().textContent()).toBe('Authentic');
    expect(await page.locator('#keys-state').textContent()).toContain('from a file you gave');
    await page.reload();
    await expect
      .poll(() => page.locator('#keys-state').textContent())
      .toContain('has not received a list');
  });
  it('speaks the person’s language, and changes it without losing the answer', async () => {
    page = await newPage('ar-DZ');
    await open(jws);
    await expect.poll(() => verdict().textContent()).toBe('أصلية');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByRole('button', { name: 'français' }).click();
    await expect.poll(() => verdict().textContent()).toBe('Authentique');
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
  });
  it('has no accessibility fault that axe finds, in each of its answers', async () => {
    const axe = await readFile(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8');
    for (const code of ['', jws, `${jws}x`]) {
      // A new document each time: a change of fragment alone keeps the old one.
      page = await newPage('fr-FR');
      await open(code);
      if (code) await expect.poll(() => verdict().textContent()).not.toBe('');
      await page.evaluate(axe);
      const found = await page.evaluate(() =>
        (
          globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
        ).axe.run(),
      );
      expect(found.violations.map(({ id }) => id)).toEqual([]);
    }
  });
});
