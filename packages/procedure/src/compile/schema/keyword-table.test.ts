import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import dataSchema from '../../../../../schemas/meta/data.schema.json' with { type: 'json' };
import { admittedKeywords } from './admitted-keywords.js';
import { keywordTable } from './keyword-table.js';
import { refusedKeywords } from './refused-keywords.js';
import { keptKeywords, listKeywords, singleKeywords } from './schema.js';

const page = readFileSync(new URL('../../../docs/answers.md', import.meta.url), 'utf8');

/** The rows of the table of a page whose first heading is this, padding apart. */
function rowsBelow(heading: string): string[] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading}`));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines
    .slice(start + 2, start + length)
    .map((line) => line.replace(/ *\| */g, ' | ').trim());
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

function refusedRows(): string[] {
  const byReason = new Map<object, string[]>();
  for (const [name, why] of refusedKeywords)
    byReason.set(why, [...(byReason.get(why) ?? []), `\`${name}\``]);
  return [...refusedKeywords.values()]
    .filter((why, index, all) => all.indexOf(why) === index)
    .map((why) => row((byReason.get(why) ?? []).join(', '), capital(why.because), why.fix));
}

describe('the table of keywords', () => {
  it('is the one of docs/answers.md', () => {
    expect(rowsBelow('keyword')).toEqual(
      [...admittedKeywords].map(([name, { is, does }]) => row(`\`${name}\``, is, does)),
    );
    expect(rowsBelow('refused')).toEqual(refusedRows());
  });

  it('admits what schemas/meta lets an editor propose, and no more', () => {
    const proposed = Object.keys(dataSchema.$defs.schema.anyOf[1]?.properties ?? {});
    expect(proposed.filter((name) => name !== '//').sort()).toEqual(
      [...admittedKeywords.keys()].sort(),
    );
  });

  it('is what editors say of each keyword', () => {
    const properties = dataSchema.$defs.schema.anyOf[1]?.properties ?? {};
    for (const [name, said] of Object.entries(
      properties as Record<string, { description?: string }>,
    )) {
      const entry = admittedKeywords.get(name);
      if (entry && name !== 'guichet') expect(said.description, name).toBe(entry.does);
    }
  });

  it('admits what compile reads, and no more', () => {
    const notes = [
      '$ref',
      '$defs',
      '$schema',
      '$id',
      '$comment',
      'title',
      'description',
      'examples',
    ];
    const read = [...keptKeywords, ...singleKeywords, ...listKeywords, 'properties', ...notes];
    expect([...new Set(read)].sort()).toEqual([...admittedKeywords.keys()].sort());
  });

  it('gives each refused keyword a reason and a fix, and admits none of them', () => {
    expect(keywordTable.size).toBe(admittedKeywords.size + refusedKeywords.size);
    for (const { because, fix } of refusedKeywords.values()) {
      expect(because).toMatch(/^[a-z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  });
});
