/** One Chromium, fresh page and context per repetition, metrics of the main thread by CDP. */
import http from 'node:http';
import { chromium } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--js-flags=--expose-gc'];

export async function openBrowser(executablePath) {
  return chromium.launch({ executablePath, args: flags, headless: true });
}

/** Serves the contenders' bundles under the policy of a strict host. @param {Map<string, string>} files path → text */
export async function serve(files) {
  const server = http.createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const body = files.get(path);
    if (body === undefined) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, {
      'content-type': path.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Opens a contender's page, counting policy violations and errors. */
export async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(event.violatedDirective));
  });
  await page.goto(url);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cdp, faults, close: () => context.close() };
}

/** Seconds of main thread so far: `task` everything, `script` JavaScript alone; `heap` bytes used. */
export async function metrics(cdp) {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  const named = Object.fromEntries(list.map(({ name, value }) => [name, value]));
  return { task: named.TaskDuration, script: named.ScriptDuration, heap: named.JSHeapUsedSize, nodes: named.Nodes };
}

/** Two animation frames and a task: everything asked for has been drawn. */
export const settled = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(undefined);
            port2.postMessage(0);
          }),
        );
      }),
  );
