/** The bench form as a procedure folder, compiled like any other. */
import { compile } from '@guichet/procedure';
import { fields, options } from '../contenders/model.js';

const schemaOf = {
  text: { type: 'string', minLength: 2, maxLength: 80 },
  revealed: { type: 'string', minLength: 2, maxLength: 80 },
  email: { type: 'string', format: 'email', maxLength: 120 },
  date: { type: 'string', format: 'date' },
  number: { type: 'number', minimum: 0 },
  integer: { type: 'integer' },
  pattern: { type: 'string', pattern: '^[A-Z]{2}[0-9]{4}$', maxLength: 6 },
  select: { enum: options },
  boolean: { type: 'boolean' },
};

/**
 * @param {number} n number of fields, a multiple of ten
 * @param {Record<string, string>} shared files of `schemas/shared` (interface words)
 */
export function benchProcedure(n, shared) {
  return compiled(benchFiles(n, shared));
}

/** The folder of the bench form, as text by path. */
export function benchFiles(n, shared) {
  const blocks = n / 10;
  const ask = Array.from({ length: blocks }, (_, i) => `/b${i}`);
  return folder(shared, dataSchema(n, blocks), ask, texts(n, blocks));
}

/** The same ten fields, once for each row of a repeating group. */
export function rowsProcedure(shared) {
  const items = blockSchema(fields(10));
  const group = { type: 'array', maxItems: 1000, items, guichet: { rows: { title: '/f0' } } };
  const words = texts(10, 0);
  const named = Object.entries(words.fields).map(([name, one]) => [name.replace('/b0/', '/rows/*/'), one]);
  words.groups = { '/rows': { title: 'Rows', row: 'Row {n}', add: 'Add a row' } };
  words.fields = Object.fromEntries(named);
  return compiled(folder(shared, objectOf({ rows: group }, []), ['/rows'], words));
}

/** Compiles a folder; throws what the compiler found. */
export async function compiled(files) {
  const { published, problems } = await compile({ id: 'bench-form', files });
  if (!published) throw new Error(`The bench form does not compile: ${JSON.stringify(problems.slice(0, 3))}`);
  const { hash, bundle } = published.texts.en;
  return { plan: published.plan, planHash: published.planHash, texts: bundle, textsHash: hash };
}

function folder(shared, schema, ask, words) {
  const files = { ...shared };
  const write = (name, value) => (files[`bench-form/${name}`] = JSON.stringify(value));
  write('data.schema.json', schema);
  write('flow.json', {
    $schema: '../meta/flow.schema.json',
    initial: 'all',
    states: { all: { meta: { ask }, on: { NEXT: 'review' } }, review: { meta: { ask: 'review' } } },
  });
  write('procedure.json', procedure());
  write('texts/en.json', words);
  return files;
}

function dataSchema(n, blocks) {
  const properties = {};
  for (let i = 0; i < blocks; i += 1) properties[`b${i}`] = blockSchema(fields(n).slice(i * 10, i * 10 + 10));
  return objectOf(properties, Object.keys(properties));
}

function objectOf(properties, required) {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties, required };
}

function blockSchema(block) {
  const [switcher, revealed] = block.slice(-2).map((field) => field.name);
  return {
    type: 'object',
    properties: Object.fromEntries(block.map((field) => [field.name, schemaOf[field.kind]])),
    required: block.filter((field) => field.kind === 'text').map((field) => field.name),
    if: { properties: { [switcher]: { const: true } }, required: [switcher] },
    then: { required: [revealed] },
    else: { properties: { [revealed]: false } },
  };
}

function procedure() {
  return {
    $schema: '../meta/procedure.schema.json',
    id: 'bench-form',
    version: '1.0.0',
    validFrom: '2026-01-01',
    languages: ['en'],
    sources: { own: { title: 'Benchmark form', trust: 'V' } },
    privacy: { purpose: 'privacy', basis: 'public-task', source: 'own' },
    channels: { online: {}, paper: { sendTo: 'role:desk' }, counter: { role: 'desk' } },
    mandates: { lawyer: ['read'], association: ['read'], relative: ['read'] },
    attestations: { filing: { on: ['FILED', 'TRANSMITTED', 'AMENDED'] } },
    lifecycle: { base: '../shared/lifecycle.json' },
  };
}

function texts(n, blocks) {
  return {
    title: 'Benchmark form',
    steps: { all: { title: 'All fields' }, review: { title: 'Check your answers' } },
    groups: Object.fromEntries(Array.from({ length: blocks }, (_, i) => [`/b${i}`, { title: `Block ${i}` }])),
    fields: Object.fromEntries(
      fields(n).map((field) => [
        `/b${field.block}/${field.name}`,
        {
          label: field.label,
          ...(field.kind === 'select' ? { options: Object.fromEntries(options.map((value) => [value, value])) } : {}),
        },
      ]),
    ),
    says: { privacy: 'Measuring' },
  };
}
