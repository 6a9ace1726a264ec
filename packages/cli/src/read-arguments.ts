import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

const options = {
  schemas: { type: 'string' },
  operator: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  fix: { type: 'boolean' },
} as const;

export interface Arguments {
  /** Absolute path of the `schemas` folder. */
  readonly schemas: string;
  /** Procedures named, or all of them when none was. */
  readonly procedures: readonly string[];
  readonly named: boolean;
  readonly operator: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
  readonly fix: boolean;
}

/** Reads the arguments that all commands share; throws {@link UsageError} for what is unknown or missing. */
export function readArguments(argv: readonly string[], cwd: string): Arguments {
  const { values, positionals } = parse(argv);
  const schemas = path.resolve(cwd, values.schemas ?? 'schemas');
  if (!existsSync(schemas)) throw new UsageError(`There is no folder "${schemas}": name it with --schemas.`);
  const known = procedureIds(schemas);
  for (const id of positionals) {
    if (!known.includes(id)) {
      throw new UsageError(`"${schemas}" holds no procedure "${id}"; it holds ${known.join(', ') || 'none'}.`);
    }
  }
  const resolve = (file: string | undefined): string | undefined => (file === undefined ? undefined : path.resolve(cwd, file));
  return {
    schemas,
    procedures: positionals.length > 0 ? positionals : known,
    named: positionals.length > 0,
    operator: resolve(values.operator),
    out: resolve(values.out),
    json: values.json ?? false,
    fix: values.fix ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Folders that hold a procedure.json. */
function procedureIds(schemas: string): readonly string[] {
  return readdirSync(schemas, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(schemas, entry.name, 'procedure.json')))
    .map((entry) => entry.name)
    .sort();
}
