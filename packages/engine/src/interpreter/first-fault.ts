import type { Day, LeafSchema, Moment } from '@guichet/procedure';
import type { KeywordContext } from '../keywords/keyword.js';
import { keywords, rankOf } from '../keywords/registry.js';
import { momentOf } from './interval.js';

/** What is wrong with one value: the keyword that fails and what its message may say. */
export interface Fault {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The one fault of a value against its schema, by priority; undefined when there is
 * none. An unknown assertion is no fault: unknown never adds a burden (rules.md A7).
 */
export function firstFault(
  schema: LeafSchema,
  value: unknown,
  at: KeywordContext,
): Fault | undefined {
  let first: Fault | undefined;
  for (const name of Object.keys(schema)) {
    const keyword = keywords.get(name);
    const param = schema[name as keyof LeafSchema];
    if (!keyword || keyword(value, param, at) !== 'false') continue;
    const fault = nested(name, param, value, at) ?? {
      code: name,
      params: paramsOf(name, param, at),
    };
    if (!first || rankOf(fault.code) < rankOf(first.code)) first = fault;
  }
  return first;
}

/** `allOf` and `items` have no words of their own: the fault is that of the part that fails. */
function nested(
  name: string,
  param: unknown,
  value: unknown,
  at: KeywordContext,
): Fault | undefined {
  const parts =
    name === 'allOf'
      ? (param as readonly LeafSchema[]).map((part) => firstFault(part, value, at))
      : name === 'items'
        ? (value as readonly unknown[]).map((one) => firstFault(param as LeafSchema, one, at))
        : [];
  return parts
    .filter((fault) => fault !== undefined)
    .sort((a, b) => rankOf(a.code) - rankOf(b.code))[0];
}

/** What a message may say of the limit; never the pattern, which nobody can read. */
function paramsOf(
  name: string,
  param: unknown,
  at: KeywordContext,
): Readonly<Record<string, unknown>> {
  if (name === 'type' || name === 'format') return { [name]: param };
  if (name === 'notBefore')
    return { limit: momentOf(param as Day | Moment, at.scope, at.owner)?.earliest };
  if (name === 'notAfter')
    return { limit: momentOf(param as Day | Moment, at.scope, at.owner)?.latest };
  return typeof param === 'number' || name.endsWith('Than') ? { limit: param } : {};
}
