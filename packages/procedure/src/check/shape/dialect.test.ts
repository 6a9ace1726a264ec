import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { admittedKeywords } from '../../compile/schema/admitted-keywords.js';

const folder = new URL('../../../../../schemas/meta/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const base = 'urn:guichet:meta:1/';

type Json = Readonly<Record<string, unknown>>;
const read = (url: URL): Json => JSON.parse(readFileSync(url, 'utf8')) as Json;
const meta = (name: string): Json => read(new URL(name, folder));

/** A standard validator that knows the files by nothing but their `$id`. */
function standardReader(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const name of names.filter((each) => each !== 'dialect.schema.json'))
    ajv.addSchema(meta(name));
  return ajv.addMetaSchema(meta('dialect.schema.json'));
}

/** Every data schema of the repository. */
function dataSchemas(): [string, Json][] {
  const roots = ['../../../../../schemas/', '../../../fixtures/schemas/'];
  return roots.flatMap((root) => {
    const at = new URL(root, import.meta.url);
    const files = readdirSync(at, { recursive: true, encoding: 'utf8' });
    const found = files.filter(
      (file) => file.endsWith('.schema.json') && !file.startsWith('meta/'),
    );
    return found.map((file): [string, Json] => [root + file, read(new URL(file, at))]);
  });
}

describe('the dialect', () => {
  it('names each of its schemas by a URN that ends like the file, so that references need no network', () => {
    expect(names.map((name) => meta(name)['$id'])).toEqual(names.map((name) => base + name));
  });

  it.each(names)('%s refers to nothing that is not there', (name) => {
    const ajv = standardReader();
    expect(() => ajv.getSchema(base + name)).not.toThrow();
    expect(ajv.getSchema(base + name)).toBeTypeOf('function');
  });

  it.each(dataSchemas())('admits %s', (_, schema) => {
    const ajv = standardReader();
    const valid = ajv.validate(`${base}dialect.schema.json`, schema);
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(
      ajv.validate(`${base}data.schema.json`, { ...schema, $schema: `${base}dialect.schema.json` }),
    ).toBe(true);
  });

  it.each([
    ['a moment that is none', { properties: { a: { notBefore: 3 } } }],
    ['an annotation that it does not have', { items: { guichet: { kinds: 'text' } } }],
    ['a format outside of the list', { allOf: [{ format: 'uri' }] }],
    ['what the standard refuses', { properties: { a: { maxLength: -1 } } }],
  ])('refuses %s, at any depth', (_, schema) => {
    expect(standardReader().validate(`${base}dialect.schema.json`, schema)).toBe(false);
  });

  it('has the words that the table of keywords calls ours, and checks formats', () => {
    const vocabulary = meta('vocabulary.schema.json')['properties'] as Json;
    const ours = [...admittedKeywords].filter(([, { is }]) => is === 'ours').map(([name]) => name);
    expect(Object.keys(vocabulary).sort()).toEqual([...ours, 'format', 'guichet'].sort());
    const named = meta('dialect.schema.json')['$vocabulary'] as Json;
    expect(named['https://json-schema.org/draft/2020-12/vocab/format-assertion']).toBe(true);
    expect(named['urn:guichet:vocabulary:answers:1']).toBe(true);
  });
});

describe('what an editor explains', () => {
  it.each(names)('%s describes every member that may be written', (name) => {
    const silent: string[] = [];
    visit(meta(name), name, silent);
    expect(silent).toEqual([]);
  });
});

/** Each member of each `properties`, wherever it is defined. */
function visit(value: unknown, at: string, silent: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  const { properties } = value as { properties?: unknown };
  if (typeof properties === 'object' && properties !== null && isSchemas(properties)) {
    for (const [name, member] of Object.entries(properties)) {
      if (!isDescribed(member)) silent.push(`${at}/${name}`);
    }
  }
  for (const [name, inner] of Object.entries(value)) {
    if (name !== 'examples' && name !== 'const' && name !== 'enum')
      visit(inner, `${at}/${name}`, silent);
  }
}

function isSchemas(properties: object): boolean {
  return Object.values(properties).every(
    (member) => typeof member === 'object' || typeof member === 'boolean',
  );
}

/** Said here, or where it refers to. */
function isDescribed(member: unknown): boolean {
  if (typeof member !== 'object' || member === null) return true;
  const { description, $ref } = member as { description?: unknown; $ref?: string };
  if (typeof description === 'string' && description.length > 4) return true;
  if ($ref === undefined) return 'const' in member;
  return true;
}
