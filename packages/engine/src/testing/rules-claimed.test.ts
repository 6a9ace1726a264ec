import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../conformance/', import.meta.url));
const rulesFile = new URL('../../../handbook/rules.md', import.meta.url);

const lines = [...readFileSync(rulesFile, 'utf8').matchAll(/^\*\*([AB]\d+)\./gm)].map(
  ([, line]) => line ?? '',
);
const claimed = new Map<string, string[]>();
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.json')) continue;
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const rule = /^\s*"rule": "([AB]\d+)"/m.exec(text)?.[1];
  if (rule !== undefined) claimed.set(rule, [...(claimed.get(rule) ?? []), name]);
}

describe('the rules', () => {
  it('are twelve lines of conditions and eleven of the life of a dossier', () => {
    expect(lines).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `A${i + 1}`),
      ...Array.from({ length: 11 }, (_, i) => `B${i + 1}`),
    ]);
  });

  it.each(lines)('%s is held by a file of cases', (line) => {
    expect(claimed.get(line) ?? []).not.toEqual([]);
  });

  it('are the only ones that a file of cases claims', () => {
    expect([...claimed.keys()].filter((line) => !lines.includes(line))).toEqual([]);
  });
});

describe('the table of the conformance package', () => {
  const readme = readFileSync(`${folder}/README.md`, 'utf8');
  it.each(lines)('says where %s is held', (line) => {
    const row = new RegExp(`^\\| ${line} \\|.*$`, 'm').exec(readme)?.[0] ?? '';
    const named = [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
    const wrong = named.filter(
      (name) => !(claimed.get(line) ?? []).some((file) => file.startsWith(name)),
    );
    expect({ isThere: named.length > 0, wrong }).toEqual({ isThere: true, wrong: [] });
  });
});
