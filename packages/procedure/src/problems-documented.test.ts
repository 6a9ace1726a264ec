import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const here = new URL('.', import.meta.url);

it('every problem that can be reported has its line in problems.md, and the reverse', () => {
  const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('not-checked.ts'),
  );
  const reported = new Set<string>();
  for (const name of sources) {
    const text = readFileSync(new URL(name, here), 'utf8');
    for (const statement of text.matchAll(/\brule: [^,;]+[,;]|report\('unknown-[a-z]+'/g)) {
      for (const [, rule] of statement[0].matchAll(/'((?:R\d+)|[a-z]+(?:-[a-z]+)+)'/g)) {
        if (rule !== undefined) reported.add(rule);
      }
    }
  }
  const text = readFileSync(new URL('../problems.md', here), 'utf8');
  const documented = [...text.matchAll(/^\| `([^`]+)`\s*\|/gm)].map((match) => match[1]);
  expect(documented.sort()).toEqual([...reported].sort());
});
