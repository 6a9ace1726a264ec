import type { AnySchemaObject, FuncKeywordDefinition, SchemaValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { dayIn } from '../../calendar/day-in.js';
import { formats } from '../../formats/check-format.js';
import type { Day } from '../../types/condition.js';
import type { Published } from '../../types/published.js';
import { type Breaks, dayKeywords } from './day-keywords.js';
import { mendContains } from './mend-contains.js';

/** One error of Ajv; `pointer` has array indexes, `schemaPath` names one place of `published.schema`. */
export interface VoiceError {
  readonly pointer: string;
  readonly keyword: string;
  readonly params: object;
  readonly schemaPath: string;
}

/** The days that moments and ages are counted from, in the operator's zone. */
export interface VoiceDays {
  readonly today: Day;
  readonly filing: Day;
}

/** Answers nested, as in a version; without `days` the day of the call in UTC counts. */
export type SecondVoice = (answers: object, days?: VoiceDays) => VoiceError[];

/**
 * Ajv as second voice on a published schema (rules.md A6), compiled once: the answers' errors, before the
 * filter that both voices go through. Throws what Ajv throws for a schema that `check` would refuse.
 */
export function secondVoice(published: Published): SecondVoice {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors: true,
    ownProperties: true,
    validateFormats: true,
    multipleOfPrecision: 9,
    passContext: true,
  });
  for (const format of Object.values(formats)) {
    ajv.addFormat(format.name, (text: string) => format.test(format.normalise(text)));
  }
  for (const [keyword, breaks] of Object.entries(dayKeywords))
    ajv.addKeyword(define(keyword, breaks));
  ajv.removeKeyword('multipleOf').addKeyword(wholeMultiple);
  const validate = ajv.compile(mendContains(published.schema) as AnySchemaObject);
  return (answers, days = utcDays()) => {
    if (validate.call(days, answers)) return [];
    return (validate.errors ?? []).map(({ instancePath, keyword, params, schemaPath }) => ({
      pointer: instancePath,
      keyword,
      params: params as object,
      schemaPath,
    }));
  };
}

/** Ajv's with `multipleOfPrecision: 9`, which takes a quotient too large for a number for a whole one. */
const wholeMultiple: FuncKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  validate: (step: number, value: number) => {
    const quotient = value / step;
    if (!Number.isFinite(quotient)) return value % step === 0;
    return Math.abs(quotient - Math.round(quotient)) <= 1e-9;
  },
};

function define(keyword: string, breaks: Breaks): FuncKeywordDefinition {
  const validate: SchemaValidateFunction = function (this: unknown, limit, value, _parent, at) {
    const { today, filing } = (this ?? {}) as Partial<VoiceDays>;
    const scope = { today, filing, root: at?.rootData, at: at?.instancePath ?? '' };
    if (!breaks(value, limit, scope)) return true;
    validate.errors = [{ keyword, params: { limit: limit as unknown } }];
    return false;
  };
  return { keyword, type: 'string', errors: true, validate };
}

function utcDays(): VoiceDays {
  const today = dayIn(new Date(), 'UTC');
  return { today, filing: today };
}
