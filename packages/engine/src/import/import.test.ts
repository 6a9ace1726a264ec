import type { Texts } from '@guichet/procedure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshDraft } from '../draft/fresh-draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { compileHousehold } from '../fixtures/household.js';
import { seed } from '../fixtures/random-acts.js';
import { openSession } from '../session/open-session.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { importRows } from './import-rows.js';

const { plan, texts: bundles } = await compileHousehold();
const texts = ['fr', 'en'].map((lang) => bundles[lang]?.bundle as Texts);
const group = '/residences';
const read = (table: string | Uint8Array, room?: number) =>
  importRows(plan, texts, group, table, room === undefined ? {} : { room });
const codes = (table: string | Uint8Array) =>
  read(table).findings.map(({ code, line }) => `${line} ${code}`);
const head = 'Ville;Pays;Du;Au;Loyer;Propriétaire';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a table', () => {
  it('gives its rows, each cell read as its question is', () => {
    const { rows, findings } = read(
      `${head}\nVille-Haute;France;01/02/2020;2021-03;1 234,50 €;oui\nAutre;VN;1980;;;Non\n`,
    );
    expect(findings).toEqual([]);
    expect(rows).toEqual([
      {
        city: 'Ville-Haute',
        country: 'FR',
        from: '2020-02-01',
        to: '2021-03',
        rent: 123450,
        owner: true,
      },
      { city: 'Autre', country: 'VN', from: '1980', owner: false },
    ]);
  });

  it.each([
    ['commas', 'Ville,Pays,Du,Au,Loyer,Propriétaire\n"Ville, la haute",FR,2020,,,\n'],
    ['tabs', 'Ville\tPays\tDu\tAu\tLoyer\tPropriétaire\nVille, la haute\tFR\t2020\t\t\t\n'],
    ['semicolons, with commas in the cells', `${head}\nVille, la haute;FR;2020;;;\n`],
    [
      'one heading quoted, the lines of Windows, and a mark at the start',
      `\ufeff"Ville";Pays;Du;Au;Loyer;Propriétaire\r\n"Ville, la haute";FR;2020;;;\r\n`,
    ],
    ['the lines of old Macs', `${head}\rVille, la haute;FR;2020;;;\r`],
  ])('is read with %s', (_, table) => {
    expect(read(table)).toEqual({
      rows: [{ city: 'Ville, la haute', country: 'FR', from: '2020' }],
      findings: [],
    });
  });

  it('is read in the letters that spreadsheets write', () => {
    const table = `${head}\nÉvry-sous-œil;;;;;\n`;
    const windows = Uint8Array.from(
      [...table].map((letter) => (letter === 'œ' ? 0x9c : (letter.codePointAt(0) ?? 0))),
    );
    const wide = new Uint8Array(2 * table.length + 2);
    [...`\ufeff${table}`].forEach((letter, n) => {
      wide[2 * n] = (letter.codePointAt(0) ?? 0) & 255;
      wide[2 * n + 1] = (letter.codePointAt(0) ?? 0) >> 8;
    });
    for (const file of [bytes(table), bytes(`\ufeff${table}`), windows, wide])
      expect(read(file)).toEqual({ rows: [{ city: 'Évry-sous-œil' }], findings: [] });
  });

  it('knows a column by the name of the procedure and by its label in any language', () => {
    const { rows, findings } = read(
      '  TOWN ;country;From;to;rent;owner\nA;Vietnam;2020;2021;5;yes\n',
    );
    expect(findings).toEqual([]);
    expect(rows).toEqual([
      { city: 'A', country: 'VN', from: '2020', to: '2021', rent: 500, owner: true },
    ]);
  });

  it('names each column that is unknown, missing or there twice, and reads the others', () => {
    const { rows, findings } = read('Ville;Surface;ville;Pays;Du;Au\nA;12;B;FR;2020;\n');
    expect(rows).toEqual([{ city: 'A', country: 'FR', from: '2020' }]);
    expect(findings.map(({ line, code, column }) => [line, code, column])).toEqual([
      [1, 'column-unknown', 'Surface'],
      [1, 'column-twice', 'ville'],
      [1, 'column-missing', 'Loyer'],
      [1, 'column-missing', 'Propriétaire'],
    ]);
  });

  it('leaves out what cannot be read, by line, and takes the rest', () => {
    const { rows, findings } = read(
      `${head}\nA;Atlantide;31/02/2020;2021-13;beaucoup;peut-être\n"B\nen deux lignes";FR;12/07/80;;;\n\n;;;;;\nC;FR;2020;;;;trop;\n`,
    );
    expect(rows).toEqual([
      { city: 'A' },
      { city: 'B\nen deux lignes', country: 'FR' },
      { city: 'C', country: 'FR', from: '2020' },
    ]);
    expect(findings.map(({ line, code, column }) => [line, code, column])).toEqual([
      [2, 'cell-unreadable', 'Pays'],
      [2, 'cell-unreadable', 'Du'],
      [2, 'cell-unreadable', 'Au'],
      [2, 'cell-unreadable', 'Loyer'],
      [2, 'cell-unreadable', 'Propriétaire'],
      [3, 'cell-unreadable', 'Du'],
      [7, 'row-width', undefined],
    ]);
    expect(findings[0]).toMatchObject({
      pointer: '/residences/*/country',
      params: { column: 'Pays' },
    });
    expect(JSON.stringify(findings)).not.toMatch(/Atlantide|beaucoup/);
  });

  it('keeps a formula as the text that it is', () => {
    for (const formula of ["=cmd|' /C calc'!A0", '+1+1', '@SUM(A1)', '-2+3'])
      expect(read(`${head}\n"${formula}";;;;;\n`).rows).toEqual([{ city: formula }]);
  });

  it('takes as many rows as there is room for, and says where it stopped', () => {
    const table = `${head}\n${'A;FR;2020;;;\n'.repeat(600)}`;
    const { rows, findings } = read(table);
    expect(rows).toHaveLength(500);
    expect(findings).toMatchObject([{ code: 'row-limit', line: 502, params: { limit: 500 } }]);
    expect(read(table, 2).rows).toHaveLength(2);
    expect(read(table, 0)).toMatchObject({ rows: [], findings: [{ code: 'row-limit', line: 2 }] });
  });
});

describe('a file that is no table', () => {
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]);
  it.each([
    ['empty', '', ['1 table-empty']],
    ['of empty lines', '\n\n;;;\n', ['1 table-empty']],
    ['of headings alone', head, ['1 table-empty']],
    ['a workbook', zip, ['1 table-unreadable']],
    ['holding zeros', `${head}\nA\0;;;;;`, ['1 table-unreadable']],
    ['too large', 'x'.repeat(5_000_001), ['1 table-too-large']],
  ])('%s gives no row and one finding', (_, file, wanted) => {
    expect(read(file).rows).toEqual([]);
    expect(codes(file)).toEqual(wanted);
  });

  it('a cell of 1 MB is left out, and the row taken', () => {
    const table = `${head}\n${'x'.repeat(1_000_000)};FR;;;;\n`;
    expect(read(table).rows).toEqual([{ country: 'FR' }]);
    expect(codes(table)).toEqual(['2 cell-too-long']);
  });

  it('quotes that never close are said, and end nothing', () => {
    const { rows, findings } = read(`${head}\nA;FR;;;;\n"B;FR;2020;;;\nC;FR;;;;\n`);
    expect(rows[0]).toEqual({ city: 'A', country: 'FR' });
    expect(findings.some(({ code, line }) => code === 'quotes' && line === 3)).toBe(true);
  });

  // What grows with the square of a table would take minutes here; the bound only tells that from a busy machine.
  it('does not hang, whatever it is made of', { timeout: 240_000 }, () => {
    for (const part of ['"', '""', '";', ';', '\n', '"\n', 'é', '\u202e', ',\t;'])
      for (const table of [part.repeat(300_000), `${head}\n${part.repeat(300_000)}`]) {
        const start = performance.now();
        read(table);
        expect(performance.now() - start, JSON.stringify(part)).toBeLessThan(30_000);
      }
  });

  it('never throws and never pollutes', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', '"', ';', '\n', '=1'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (lines) => {
        const { rows } = read(`${head}\n${lines.map((cells) => cells.join(';')).join('\n')}`);
        for (const row of rows)
          expect(Object.keys(row).every((name) => plan.fields[`/residences/*/${name}`])).toBe(true);
        expect(Object.prototype).not.toHaveProperty('city');
      }),
      { seed, numRuns: 300 },
    );
  });

  it('throws for a group that takes none', () => {
    expect(() => importRows(plan, texts, '/incomes', head)).toThrow(/unknown-pointer|incomes/);
  });
});

describe('a session', () => {
  function open(readOnly = false) {
    const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
    const draft = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' });
    const memory = memoryPorts('2026-11-23T10:00:00+01:00');
    const options = { draft, ports: memory.ports, planHash: 'p', textsHash: 't', readOnly };
    return { session: openSession(plan, texts[0] as Texts, options), draft, ...memory };
  }
  const table = bytes(`${head}\nA;FR;2020;2021;;\nB;VN;vers 2021;;;\n`);

  it('brings a table in as one act, after the rows that are there, and undoes it as one', async () => {
    const { session, draft, log } = open();
    session.addRow(group);
    session.answer(`${group}/${session.group(group).rows[0]?.id}/city`, 'First');
    session.addRow(group);
    const brought = await session.importRows?.(group, table);
    expect(brought).toMatchObject({ count: 2, findings: [{ line: 3, code: 'cell-unreadable' }] });
    expect(brought?.changed).toContain(group);
    expect(session.group(group).rows.map(({ title }) => title)).toEqual(['First', 'A', 'B']);
    for (const { id } of session.group(group).rows) expect(id).toMatch(/^[a-z][0-9a-z]{9}$/i);
    for (let i = 0; i < 8; i++) await Promise.resolve();
    expect(Object.values(foldDraft(draft, log).answers)).toContain('B');
    session.undo?.();
    expect(session.group(group).rows.map(({ title }) => title)[0]).toBe('First');
    expect(session.group(group).rows).toHaveLength(2);
    session.redo?.();
    expect(session.group(group).rows.map(({ title }) => title)).toEqual(['First', 'A', 'B']);
  });

  it('computes what follows from the rows brought in', async () => {
    const { session } = open();
    await session.importRows?.(
      group,
      bytes(`${head}\nA;FR;2010-01-01;2019-12-31;;\nB;FR;2024-01-01;;;\n`),
    );
    expect(session.group(group).advice).toHaveLength(1);
    await session.importRows?.(group, bytes(`${head}\nC;FR;2020;2023;;\n`));
    expect(session.group(group).advice).toBeUndefined();
  });

  it('changes nothing for a table without rows, nor when it is read-only', async () => {
    const { session, log } = open();
    const lines = log.length;
    expect(await session.importRows?.(group, head)).toMatchObject({ count: 0 });
    expect(log.length).toBe(lines);
    expect(await open(true).session.importRows?.(group, table)).toEqual({
      changed: new Set(),
      count: 0,
      findings: [],
    });
  });

  it('offers it only where the procedure says so', () => {
    const { session } = open();
    expect(session.group(group).importColumns).toEqual(head.split(';'));
    expect(session.group('/incomes').importColumns).toBeUndefined();
  });
});
