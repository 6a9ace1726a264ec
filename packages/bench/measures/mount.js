import { metrics, openPage, settled } from '../harness/browser.js';
import { row } from '../harness/figures.js';

/** Mount, reveal, show all errors, heap and nodes: CPU of the main thread in ms, a fresh page each time. */
export async function measureMount({ browser, server, sizes, repeat, contenders }) {
  const rows = [];
  for (const n of sizes) {
    const found = new Map(contenders.map((name) => [name, { mount: [], reveal: [], errors: [], heap: [], nodes: [] }]));
    for (let turn = 0; turn < repeat; turn += 1) {
      for (let i = 0; i < contenders.length; i += 1) {
        const name = contenders[(i + turn) % contenders.length];
        await once(browser, `${server.origin}/${name}-${n}`, name, n, found.get(name));
      }
    }
    for (const [name, lists] of found) {
      rows.push(row('mount', name, n, lists.mount, 'ms CPU'), row('reveal', name, n, lists.reveal, 'ms CPU'));
      rows.push(row('all errors', name, n, lists.errors, 'ms CPU'), row('heap growth', name, n, lists.heap, 'MB'));
      rows.push(row('nodes', name, n, lists.nodes, 'nodes'));
    }
  }
  return rows;
}

async function once(browser, url, name, n, lists) {
  const { page, cdp, faults, close } = await openPage(browser, url);
  await page.evaluate(() => globalThis.gc());
  const before = await metrics(cdp);
  await page.evaluate((count) => globalThis.bench.mount(count), n);
  await settled(page);
  const mounted = await metrics(cdp);
  lists.mount.push((mounted.task - before.task) * 1000);
  lists.nodes.push(mounted.nodes - before.nodes);
  await check(page, name, n);
  await page.evaluate(() => globalThis.gc());
  lists.heap.push(((await metrics(cdp)).heap - before.heap) / 1e6);

  lists.reveal.push(await spent(page, cdp, () => page.evaluate(reveal)));
  const shown = await page.evaluate(() => document.querySelectorAll('[id*="f9"]').length);
  if (shown === 0) throw new Error(`${name} at ${n}: the revealed field did not appear`);
  lists.errors.push(await spent(page, cdp, () => page.evaluate(() => globalThis.bench.validate())));
  const invalid = await page.evaluate(() => document.querySelectorAll('[aria-invalid="true"]').length);
  if (invalid < n / 5) throw new Error(`${name} at ${n}: only ${invalid} fields show their error`);
  const violations = await page.evaluate(() => globalThis.violations);
  if (faults.length > 0 || violations.length > 0) throw new Error(`${name} at ${n}: ${[...faults, ...violations].join('; ')}`);
  await close();
}

async function spent(page, cdp, act) {
  const before = await metrics(cdp);
  await act();
  await settled(page);
  return ((await metrics(cdp)).task - before.task) * 1000;
}

/** Every text field is drawn, and the conditional ones are hidden. */
async function check(page, name, n) {
  const inputs = await page.evaluate(
    () => [...document.querySelectorAll('input:not([type]), input[type=text], input[type=email], input[inputmode]')].filter((node) => node.checkVisibility()).length,
  );
  if (inputs < n * 0.6) throw new Error(`${name} at ${n}: only ${inputs} text fields are drawn`);
}

/** Answers yes to the first switch: a checkbox by hand, a yes/no choice in Guichet. */
function reveal() {
  const hand = document.getElementById('f8');
  const control = hand ?? document.querySelector('input[type="radio"], input[type="checkbox"]');
  control.click();
}
