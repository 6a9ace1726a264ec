import { canonicalJson } from '../../canonical/canonical-json.js';
import { codesAt } from '../../migrations/moved-pointer.js';
import type { FieldPlan, LeafSchema } from '../../types/field.js';
import type { MigrationRead } from './migration-read.js';

/**
 * An answer must still be readable where it comes to. Reports `migration-kind` (a text where a number is asked, a
 * group where a question is) and `migration-codes` (a code that is no choice any more and that no map names).
 */
export function checkMovedCodes(read: MigrationRead, pointer: string, to: string): void {
  const before = own(read.older.fields, pointer);
  const after = own(read.newer.fields, to);
  if (!before || !after) {
    if (before || after) reportKind(read, pointer, to);
    return;
  }
  const values = codesAt(read.migration.answers, pointer);
  if (values === undefined && typeOf(before.schema) !== typeOf(after.schema))
    reportKind(read, pointer, to);
  else checkCodes(read, pointer, before, after, values ?? {});
}

function checkCodes(
  read: MigrationRead,
  pointer: string,
  before: FieldPlan,
  after: FieldPlan,
  values: Readonly<Record<string, unknown>>,
): void {
  const now = codesOf(after.schema);
  const lost = (codesOf(before.schema) ?? []).filter((code) => {
    const named = Object.hasOwn(values, String(code));
    const becomes = named ? values[String(code)] : code;
    return becomes !== null && now !== undefined && !now.some((one) => same(one, becomes));
  });
  if (lost.length > 0) reportCodes(read, pointer, lost);
}

/** The choices of a question, or of each of its several answers; none where anything may be typed. */
function codesOf(schema: LeafSchema): readonly unknown[] | undefined {
  if (schema.enum) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  return schema.items ? codesOf(schema.items) : undefined;
}

function typeOf(schema: LeafSchema): string {
  const [code] = codesOf(schema) ?? [];
  const list = schema.items ? 'array' : undefined;
  return String(schema.type ?? list ?? (code === undefined ? 'any' : typeof code));
}

function reportKind(read: MigrationRead, pointer: string, to: string): void {
  read.workspace.report(read.workspace.placeOf(read.json, 'answers'), {
    rule: 'migration-kind',
    message: `What was answered to "${pointer}" is no possible answer to "${to}": it would be there and could not be read.`,
    fix: 'Move it where the same kind of answer is asked, drop it in words, or give a "map" of its values.',
  });
}

function reportCodes(read: MigrationRead, pointer: string, lost: readonly unknown[]): void {
  const listed = lost.map((code) => `"${String(code)}"`).join(', ');
  read.workspace.report(read.workspace.placeOf(read.json, 'answers'), {
    rule: 'migration-codes',
    message: `Whoever chose ${listed} in "${pointer}" would find that it is no choice any more.`,
    fix: `Add { "map": "${pointer}", "values": … } with what each becomes; null offers the choices again.`,
  });
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
