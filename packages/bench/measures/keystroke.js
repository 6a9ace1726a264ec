import { metrics, openPage, settled } from '../harness/browser.js';
import { interval, median, round, row } from '../harness/figures.js';

const blocksOfKeys = 25;
const keys = 'abcdefgh';

/**
 * Script time per key, engine and floor alternating in pairs of eight keys:
 * at least 200 keys, the difference per pair with its 95 % bootstrap interval.
 */
export async function measureKeystroke({ browser, server, sizes }) {
  const rows = [];
  for (const n of sizes) {
    const floor = await typist(browser, `${server.origin}/floor-lit-${n}`, n);
    const dom = await typist(browser, `${server.origin}/floor-dom-${n}`, n);
    const engine = await typist(browser, `${server.origin}/guichet-${n}`, n);
    const lists = { 'floor-lit': [], 'floor-dom': [], guichet: [] };
    const cpu = { 'floor-lit': [], 'floor-dom': [], guichet: [] };
    for (let turn = 0; turn < blocksOfKeys; turn += 1) {
      const order = [['floor-lit', floor], ['guichet', engine], ['floor-dom', dom]];
      for (const [name, one] of turn % 2 ? order.reverse() : order) {
        const { script, task } = await one.type(turn);
        lists[name].push(script);
        cpu[name].push(task);
      }
    }
    for (const name of Object.keys(lists)) {
      rows.push(row('key, script', name, n, lists[name], 'ms'), row('key, CPU', name, n, cpu[name], 'ms'));
    }
    for (const name of ['floor-dom', 'floor-lit']) {
      const differences = lists.guichet.map((value, i) => value - lists[name][i]);
      const [low, high] = interval(differences);
      rows.push({ measure: `key above ${name}`, contender: 'guichet', n, median: round(median(differences)), min: round(low), max: round(high), unit: 'ms (95 %)' });
    }
    for (const one of [floor, dom, engine]) await one.close();
  }
  return rows;
}

async function typist(browser, url, n) {
  const { page, cdp, close } = await openPage(browser, url);
  await page.evaluate((count) => globalThis.bench.mount(count), n);
  await settled(page);
  const first = page.locator('input:visible').first();
  await first.focus();
  return {
    close,
    async type(turn) {
      await page.bringToFront();
      await settled(page);
      const before = await metrics(cdp);
      for (const key of keys) {
        await page.keyboard.press(key);
        await settled(page);
      }
      const after = await metrics(cdp);
      const typed = await first.inputValue();
      if (!typed.endsWith(keys)) throw new Error(`Turn ${turn}: the field holds "${typed}" after "${keys}"`);
      await page.keyboard.press('Control+A');
      return { script: ((after.script - before.script) * 1000) / keys.length, task: ((after.task - before.task) * 1000) / keys.length };
    },
  };
}
