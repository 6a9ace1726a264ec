import type { ProcedureFiles } from '@guichet/procedure';

/**
 * The smallest folder that asks what a data schema says: one page, no words, a journey of one state.
 *
 * @param schema `data.schema.json`, an object of questions
 * @param ask pointers that its page asks; by default each name at the top of the schema
 * @param shared blocks that it may refer to, by file name below `shared/`
 */
export function smallProcedure(
  schema: object,
  ask: readonly string[] = pointersOf(schema),
  shared: Readonly<Record<string, unknown>> = {},
): ProcedureFiles {
  const files: Record<string, unknown> = {
    'small/procedure.json': procedure,
    'small/flow.json': {
      initial: 'questions',
      states: {
        questions: { meta: { ask }, on: { NEXT: 'review' } },
        review: { meta: { ask: 'review' } },
      },
    },
    'small/data.schema.json': schema,
    'shared/lifecycle.json': { id: 'journey', initial: 'draft', states: { draft: {} } },
  };
  for (const [name, block] of Object.entries(shared)) files[`shared/${name}`] = block;
  const texts = Object.entries(files).map(([file, json]) => [file, JSON.stringify(json)] as const);
  return { id: 'small', files: Object.fromEntries(texts) };
}

const procedure = {
  id: 'small',
  version: '1.0.0',
  validFrom: '2026-01-01',
  languages: [],
  privacy: { purpose: 'none', basis: 'none', source: 'rules' },
  sources: { rules: { title: 'Rules', trust: 'K' } },
  lifecycle: { base: '../shared/lifecycle.json' },
};

/** The names that a schema gives at its top, those of its branches included. */
function pointersOf(schema: object): string[] {
  const names = (part: unknown): string[] => {
    if (typeof part !== 'object' || part === null) return [];
    const { properties, allOf, oneOf, then, else: otherwise } = part as Parts;
    const parts = [...(allOf ?? []), ...(oneOf ?? []), then, otherwise];
    return [...Object.keys(properties ?? {}), ...parts.flatMap(names)];
  };
  return [...new Set(names(schema))].map((name) => `/${name}`);
}

interface Parts {
  readonly properties?: object;
  readonly allOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly then?: unknown;
  readonly else?: unknown;
}
