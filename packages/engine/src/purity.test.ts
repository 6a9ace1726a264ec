import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('fixtures'),
);
/** Time, chance, timers and I/O come in through ports; nothing is evaluated. */
const forbidden =
  /\b(setTimeout|setInterval|queueMicrotask|fetch|eval)\(|\b(console|process|globalThis|localStorage|crypto)\.|\bnew (Function|Worker)\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|from 'node:/;

describe('the engine', () => {
  it.each(sources)('%s reaches outside through ports only', (name) => {
    const lines = readFileSync(root + name, 'utf8').split('\n');
    const code = lines.filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line));
    expect(code.filter((line) => forbidden.test(line))).toEqual([]);
  });
});
