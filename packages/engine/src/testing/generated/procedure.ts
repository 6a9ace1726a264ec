import type { ProcedureFiles } from '@guichet/procedure';
import type { Chance } from './chance.js';
import type { JsonSchema } from './json-schema.js';
import { type Budget, objectOf } from './object.js';

const id = 'generated';

/** A data schema of the admitted language, and the blocks it refers to by path below `schemas`. */
export interface GeneratedSchema {
  readonly data: JsonSchema;
  readonly blocks: Readonly<Record<string, JsonSchema>>;
}

/** Writes a data schema of about so many questions. */
export function generateSchema(chance: Chance, questions: number): GeneratedSchema {
  const isPlain = chance.is(60);
  const budget: Budget = { questions, blocks: new Map(), defs: new Map(), isPlain, next: 0 };
  const { $ref, ...root } = objectOf(chance, budget, { objects: 0, rows: 0 }).schema;
  const data: JsonSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    guichet: { source: 'rule' },
    ...(typeof $ref === 'string' ? { allOf: [{ $ref }] } : {}),
    ...root,
    ...(budget.defs.size > 0 ? { $defs: Object.fromEntries(budget.defs) } : {}),
  };
  const blocks = [...budget.blocks].map(([name, block]) => [`shared/${name}.schema.json`, block]);
  return { data, blocks: Object.fromEntries(blocks) as GeneratedSchema['blocks'] };
}

/** The smallest whole procedure around a data schema; more facts and a flow of its own when it is given them. */
export function procedureAround(
  { data, blocks }: GeneratedSchema,
  more: { readonly facts?: object; readonly flow?: object } = {},
): ProcedureFiles {
  const files: Record<string, unknown> = {
    ...blocks,
    [`${id}/data.schema.json`]: data,
    [`${id}/procedure.json`]: {
      id,
      version: '1.0.0',
      validFrom: '2026-01-01',
      languages: ['en'],
      privacy: { purpose: 'purpose', basis: 'public-task', source: 'rule' },
      sources: { rule: { title: 'The rule', trust: 'V' } },
      lifecycle: { base: '../shared/lifecycle.json' },
      ...more.facts,
    },
    [`${id}/flow.json`]: more.flow ?? {
      initial: 'review',
      states: { review: { meta: { ask: 'review' } } },
    },
    'shared/lifecycle.json': { id: 'journey', initial: 'open', states: { open: {} } },
  };
  const texts = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]);
  return { id, files: Object.fromEntries(texts) as ProcedureFiles['files'] };
}
