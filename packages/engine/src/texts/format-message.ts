import type { Message, MessagePart } from '@guichet/procedure';
import { formatDate, formatMoney, formatNumber, pluralRules } from './intl.js';

/** Values for a message's arguments: text, numbers, calendar days or instants, cents. */
export type MessageParams = Readonly<Record<string, unknown>>;

/**
 * A message as text, its arguments formatted for `lang` (BCP 47). Days are `YYYY-MM-DD`
 * or partial, amounts are cents of euro. A missing argument leaves its place empty.
 *
 * @example formatMessage(['Before ', { arg: 'day', as: 'date' }], { day: '2027-02-23' }, 'en') // 'Before 23 February 2027'
 */
export function formatMessage(message: Message, params: MessageParams, lang: string): string {
  if (typeof message === 'string') return message;
  return message
    .map((part, n) => unstopped(formatPart(part, params, lang), part, message[n + 1]))
    .join('');
}

/** A full stop of the sentence follows, were it behind a sign of direction. */
const stopFollows = /^\u2069?\./;

/** A text put into a sentence leaves its own full stop out when the sentence brings one. */
function unstopped(text: string, part: MessagePart, next: MessagePart | undefined): string {
  const isInserted = typeof part !== 'string' && 'arg' in part;
  const isStopped = isInserted && typeof next === 'string' && stopFollows.test(next);
  return isStopped ? text.replace(/(?<!\.)\.\s*(\u2069?)$/, '$1') : text;
}

function formatPart(part: MessagePart, params: MessageParams, lang: string): string {
  if (typeof part === 'string') return part;
  if ('arg' in part) return formatArgument(paramOf(params, part.arg), part.as, lang);
  const wanted = paramOf(params, 'plural' in part ? part.plural : part.select);
  const name = 'plural' in part ? pluralCase(part.cases, Number(wanted), lang) : String(wanted);
  const found = caseOf(part.cases, name) ?? caseOf(part.cases, 'other') ?? '';
  return formatMessage(found, params, lang);
}

function pluralCase(cases: object, n: number, lang: string): string {
  return Object.hasOwn(cases, `=${n}`) ? `=${n}` : pluralRules(lang).select(n);
}

function caseOf(cases: Readonly<Record<string, Message>>, name: string): Message | undefined {
  return Object.hasOwn(cases, name) ? cases[name] : undefined;
}

function paramOf(params: MessageParams, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name] : undefined;
}

function formatArgument(
  value: unknown,
  as: 'number' | 'date' | 'money' | undefined,
  lang: string,
): string {
  if (value === undefined || value === null) return '';
  if (as === 'date') return formatDate(String(value), lang);
  if (as === 'money') return formatMoney(Number(value), 'EUR', lang);
  return as === 'number' || typeof value === 'number'
    ? formatNumber(Number(value), lang)
    : // What somebody typed must not turn the words around it (Unicode UAX #9: embeddings and overrides).
      String(value).replace(/[\u202a-\u202e]/g, '');
}
