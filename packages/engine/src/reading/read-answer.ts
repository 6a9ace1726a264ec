import type { FieldPlan } from '@guichet/procedure';
import { normaliseFormat } from '@guichet/procedure';
import { latinDigits } from './latin-digits.js';
import { readDate, readMonth } from './read-date.js';
import { readNumber } from './read-number.js';

/**
 * Reads what a control holds into a value of the field's kind; undefined means no
 * answer. What cannot be read is kept as typed: nothing is lost, the field says so,
 * and conditions on it are unknown (rules.md A2.3).
 */
export function readAnswer(plan: FieldPlan, raw: unknown): unknown {
  if (raw === undefined || raw === null || raw === '') return undefined;
  switch (plan.kind) {
    case 'number':
    case 'money':
      return readAmount(plan, raw);
    case 'date':
    case 'partial-date':
      return readDate(raw, plan.kind === 'partial-date');
    case 'month':
      return readMonth(raw);
    case 'choice':
      return readChoice(plan, raw);
    case 'many-choices':
      return readChoices(plan, raw);
    case 'yes-no':
      return readBoolean(raw);
    case 'declaration':
      return readBoolean(raw) === true ? true : undefined;
    case 'information':
      return undefined;
    default:
      return readText(plan, raw);
  }
}

/** Money is typed in euros and kept in cents; a number that is one already is taken as it is. */
function readAmount(plan: FieldPlan, raw: unknown): unknown {
  if (typeof raw === 'number') return raw;
  const text = String(raw).trim();
  if (text === '') return undefined;
  const amount = readNumber(text);
  if (amount === undefined) return text;
  return plan.kind === 'money' ? Math.round(amount * 100) : amount;
}

function readText(plan: FieldPlan, raw: unknown): string | undefined {
  const { format } = plan.schema;
  const text = String(raw).trim();
  const read = format === undefined ? text : normaliseFormat(format, latinDigits(text));
  return read === '' ? undefined : read;
}

function readBoolean(raw: unknown): unknown {
  if (raw === 'true' || raw === 'yes') return true;
  return raw === 'false' || raw === 'no' ? false : raw;
}

/** A control gives text; the option of that name may be a number or a boolean. */
function readChoice(plan: FieldPlan, raw: unknown): unknown {
  return optionsOf(plan).find((option) => String(option) === String(raw)) ?? raw;
}

function readChoices(plan: FieldPlan, raw: unknown): unknown {
  const chosen = (Array.isArray(raw) ? raw : [raw]).map(String);
  const known = optionsOf(plan.schema.items ? { schema: plan.schema.items } : plan);
  const inOrder = known.filter((option) => chosen.includes(String(option)));
  const strange = chosen.filter((one) => !known.some((option) => String(option) === one));
  const read = [...inOrder, ...strange];
  return read.length > 0 ? read : undefined;
}

/** The values of a choice, in the author's order. */
export function optionsOf({ schema }: Pick<FieldPlan, 'schema'>): readonly unknown[] {
  if (schema.enum) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  return schema.items ? optionsOf({ schema: schema.items }) : [];
}
