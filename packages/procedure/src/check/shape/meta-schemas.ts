import type { AnySchemaObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import caseSchema from '../../../../../schemas/meta/case.schema.json' with { type: 'json' };
import common from '../../../../../schemas/meta/common.schema.json' with { type: 'json' };
import data from '../../../../../schemas/meta/data.schema.json' with { type: 'json' };
import events from '../../../../../schemas/meta/events.schema.json' with { type: 'json' };
import flow from '../../../../../schemas/meta/flow.schema.json' with { type: 'json' };
import lifecycle from '../../../../../schemas/meta/lifecycle.schema.json' with { type: 'json' };
import migration from '../../../../../schemas/meta/migration.schema.json' with { type: 'json' };
import operator from '../../../../../schemas/meta/operator.schema.json' with { type: 'json' };
import procedure from '../../../../../schemas/meta/procedure.schema.json' with { type: 'json' };
import texts from '../../../../../schemas/meta/texts.schema.json' with { type: 'json' };

/** The language's own schemas by name; the files in `schemas/meta/` are the source, bundled at build. */
const schemas: Readonly<Record<string, AnySchemaObject>> = {
  case: caseSchema,
  common,
  data,
  events,
  flow,
  lifecycle,
  migration,
  operator,
  procedure,
  texts,
};

/** Name of one of the language's schemas. */
export type MetaName =
  | 'case'
  | 'data'
  | 'filling'
  | 'flow'
  | 'lifecycle'
  | 'migration'
  | 'operator'
  | 'procedure'
  | 'texts';

let ajv: Ajv2020 | undefined;

/** The validator of one kind of file; compiled when first asked for. */
export function metaValidator(name: MetaName): ValidateFunction {
  ajv ??= makeAjv();
  const found = ajv.getSchema(
    name === 'filling' ? 'lifecycle.schema.json#/$defs/filling' : `${name}.schema.json`,
  );
  if (!found) throw new TypeError(`schemas/meta/${name}.schema.json is not loaded.`);
  return found;
}

function makeAjv(): Ajv2020 {
  const made = new Ajv2020({ allErrors: true, strict: false, verbose: true });
  for (const [name, schema] of Object.entries(schemas)) {
    made.addSchema(schema, `${name}.schema.json`);
  }
  return made;
}
