import { formats, isOffPaper } from '../../formats/check-format.js';
import { isObject, member } from '../../read/shapes.js';
import type { FieldKind } from '../../types/field.js';
import type { Schema } from './schema.js';

/** Kinds a field may be given by `guichet.kind`. */
export const fieldKinds: readonly FieldKind[] = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'partial-date',
  'month',
  'choice',
  'many-choices',
  'yes-no',
  'country',
  'phone',
  'email',
  'identifier',
  'declaration',
  'information',
];

const kindOfFormat: Readonly<Record<string, FieldKind>> = {
  date: 'date',
  'partial-date': 'partial-date',
  month: 'month',
  email: 'email',
  phone: 'phone',
  country: 'country',
  'machine-readable-zone': 'long-text',
};

/** Numbers made of digits alone. */
const digits: readonly string[] = [
  'post-code-fr',
  'foreigner-number',
  'siren',
  'siret',
  'stamp-number',
  'tax-number',
];

/** Length beyond which a text is asked in a box of several lines. */
const longFrom = 200;

/** How a question is drawn: what `guichet.kind` says, else what its schema implies. */
export function kindOf(schema: Schema, guichet: unknown): FieldKind {
  const said = member(guichet, 'kind');
  const known = fieldKinds.find((kind) => kind === said);
  if (known) return known;
  if (schema['type'] === 'boolean') return schema['const'] === true ? 'declaration' : 'yes-no';
  if (schema['const'] === true) return 'declaration';
  if ('enum' in schema || 'const' in schema) return 'choice';
  if (schema['type'] === 'array' || isObject(schema['items'])) return 'many-choices';
  if (schema['type'] === 'integer' || schema['type'] === 'number') return 'number';
  const format = schema['format'];
  if (typeof format === 'string' && Object.hasOwn(formats, format)) {
    const ofFormat = kindOfFormat[format] ?? (isOffPaper(format) ? 'identifier' : undefined);
    if (ofFormat) return ofFormat;
  }
  return Number(schema['maxLength'] ?? 0) > longFrom ? 'long-text' : 'text';
}

/** The keyboard a phone should offer. */
export function inputModeOf(kind: FieldKind, schema: Schema): FieldPlanInputMode | undefined {
  if (kind === 'number') return schema['type'] === 'integer' ? 'numeric' : 'decimal';
  if (kind === 'money') return 'decimal';
  if (kind === 'phone') return 'tel';
  if (kind === 'email') return 'email';
  return digits.includes(String(schema['format'])) ? 'numeric' : undefined;
}

type FieldPlanInputMode = 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
