import type { ErrorObject } from 'ajv';
import { parsePointer } from '../../pointers/parse-pointer.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { resolvePath } from '../../read/resolve-path.js';
import { entriesOf, isObject, member } from '../../read/shapes.js';
import { mostProblems, type Place, type Workspace } from '../../read/workspace.js';
import { lookUp } from '../../read/resolve-uses.js';
import { reportRefused } from '../../compile/schema/report-refused.js';
import { specificErrors } from './specific-errors.js';
import { type MetaName, metaValidator } from './meta-schemas.js';
import { guaranteedRule } from './guaranteed-rule.js';

/**
 * Holds each file of the folder, and of the shared ones, to the language's own schemas. Reports
 * `unknown-key`, `missing-key`, `bad-shape`, `refused-keyword`, and R7 or R9 for a key that would break what they guarantee.
 */
export function checkShapes(workspace: Workspace): void {
  for (const file of workspace.paths()) {
    const meta = metaOf(file, workspace.id);
    if (meta) checkShape(workspace, file, meta);
  }
  for (const file of fillings(workspace)) checkShape(workspace, file, 'filling');
}

/** Files that `lifecycle.replace` of procedure.json names; one that is missing is reported where it is read. */
function fillings(workspace: Workspace): readonly string[] {
  const procedure = workspace.read(`${workspace.id}/procedure.json`);
  const replace = member(member(procedure, 'lifecycle'), 'replace');
  return entriesOf(replace).flatMap(([name, reference]) => {
    const { file } = workspace.placeOf(replace, name);
    const target = typeof reference === 'string' ? resolvePath(file, reference) : undefined;
    return name !== '//' && target && workspace.has(target.file) ? [target.file] : [];
  });
}

/** More than can be reported, even when some follow from others. */
const mostErrors = 4 * mostProblems;

/** Holds one file to one of the language's schemas. */
export function checkShape(workspace: Workspace, file: string, meta: MetaName): void {
  const value = workspace.read(file);
  if (value === undefined) return;
  const validate = metaValidator(meta);
  if (validate(value)) return;
  for (const error of specificErrors((validate.errors ?? []).slice(0, mostErrors))) {
    if (workspace.isFull) return;
    report(workspace, file, value, error);
  }
}

const ownFiles: Readonly<Record<string, MetaName>> = {
  'procedure.json': 'procedure',
  'flow.json': 'flow',
  'data.schema.json': 'data',
  'lifecycle.json': 'lifecycle',
};

function metaOf(file: string, id: string): MetaName | undefined {
  const [folder, name = '', inner = ''] = file.split('/');
  if (folder === id && Object.hasOwn(ownFiles, name)) return ownFiles[name];
  if (folder === id && name === 'cases' && inner.endsWith('.json')) return 'case';
  if (folder === id && name === 'migrations' && inner.endsWith('.json')) return 'migration';
  if (name === 'texts') return 'texts';
  if (folder !== 'shared') return undefined;
  if (name.endsWith('.schema.json')) return 'data';
  return name === 'lifecycle.json' ? 'lifecycle' : undefined;
}

function report(workspace: Workspace, file: string, value: unknown, error: ErrorObject): void {
  const at = placeOf(workspace, file, value, error.instancePath);
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
    return reportUnknown(workspace, file, value, error);
  }
  if (error.keyword === 'required') {
    const key = String(error.params['missingProperty']);
    workspace.report(at, {
      rule: 'missing-key',
      message: `"${key}" is missing here, so this cannot be run.`,
      fix: `Add "${key}".${explain(error.parentSchema, key)}`,
    });
    return;
  }
  workspace.report(at, {
    rule: 'bad-shape',
    message: `${nameOf(error.instancePath)} ${said(error)}, so it cannot be read.`,
    fix: describe(error.parentSchema) ?? 'Write it as the language says (schemas/meta).',
  });
}

function reportUnknown(
  workspace: Workspace,
  file: string,
  value: unknown,
  error: ErrorObject,
): void {
  const params = error.params as Record<string, unknown>;
  const key = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
  const holder = lookUp(value, error.instancePath);
  if (isDataSchema(file) && isObject(holder) && reportRefused(workspace, holder, key)) return;
  const properties = error.parentSchema?.['properties'] as object | undefined;
  const known = Object.keys(properties ?? {}).filter((name) => name !== '//' && name !== '$schema');
  const hint = didYouMean(key, known);
  const guaranteed = hint === '' ? guaranteedRule(file, error.instancePath, key) : undefined;
  workspace.report(workspace.placeOfKey(holder, key), {
    rule: guaranteed?.rule ?? 'unknown-key',
    message:
      guaranteed?.message ?? `"${key}" means nothing here, so what it says would be ignored.`,
    fix: hint === '' ? `Remove it; here one may write ${known.join(', ')}.` : hint.trim(),
  });
}

function isDataSchema(file: string): boolean {
  return file.endsWith('.schema.json');
}

function placeOf(workspace: Workspace, file: string, value: unknown, pointer: string): Place {
  const segments = parsePointer(pointer);
  const key = segments.at(-1);
  if (key === undefined) return isObject(value) ? workspace.placeOf(value) : { file, offset: 0 };
  const holder = lookUp(value, pointer.slice(0, pointer.lastIndexOf('/')));
  return workspace.placeOf(holder, key);
}

function nameOf(pointer: string): string {
  return pointer === '' ? 'The file' : `"${parsePointer(pointer).join(' → ')}"`;
}

function said(error: ErrorObject): string {
  if (error.keyword === 'enum') {
    return `is none of ${(error.params['allowedValues'] as unknown[]).join(', ')}`;
  }
  if (error.keyword === 'pattern') return 'is not written as it should be';
  return error.message ?? 'is not as it should be';
}

function describe(schema: unknown): string | undefined {
  const text = isObject(schema) ? schema['description'] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function explain(schema: unknown, key: string): string {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  const text = describe(isObject(properties) ? properties[key] : undefined);
  return text === undefined ? '' : ` ${text}`;
}
