import type { Condition, Duration, FormPlan, Moment, Pointer, Test } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { amountOn } from '../model/model.js';
import type { Speaker } from '../texts/speaker.js';

/** What a rule is said with. */
export interface RuleContext {
  readonly plan: FormPlan;
  readonly speaker: Speaker;
  /** Day whose dated values count. */
  readonly day: string;
}

/**
 * A condition in words, as its author wrote it: what it reads by its label, values as answers are said, moments
 * and amounts in full. Negations are carried to the leaves, where they can be said. Empty when a word is missing.
 */
export function ruleWords(
  at: RuleContext,
  condition: Condition,
  owner: Pointer,
  not = false,
): string {
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    const isAll = 'all' in condition !== not;
    return together(
      at,
      parts.map((part) => within(at, part, owner, not)),
      isAll,
    );
  }
  if ('not' in condition) return ruleWords(at, condition.not, owner, !not);
  if ('fact' in condition) return '';
  if ('some' in condition || 'every' in condition) return overRows(at, condition, owner, not);
  // Said of every row alike, or of this one: `*` has no label of its own row.
  const pointer = bind(condition.at, owner) ?? condition.at;
  if ('known' in condition) return say(at, pointer, 'answered', {}, condition.known === not);
  return testWords(at, pointer, condition.is, owner, not);
}

/** A part of several is put in brackets when it is several itself. */
function within(at: RuleContext, part: Condition, owner: Pointer, not: boolean): string {
  const said = ruleWords(at, part, owner, not);
  return ('all' in part || 'any' in part) && said ? `(${said})` : said;
}

function together({ speaker }: RuleContext, said: readonly string[], isAll: boolean): string {
  if (said.some((one) => one === '')) return '';
  return speaker.list(said, isAll ? 'conjunction' : 'disjunction');
}

function overRows(
  at: RuleContext,
  condition: Extract<Condition, { readonly where: Condition }>,
  owner: Pointer,
  not: boolean,
): string {
  const isSome = 'some' in condition;
  const group = isSome ? condition.some : condition.every;
  const rule = ruleWords(at, condition.where, `${group}/*`, not);
  const label = at.speaker.label(bind(group, owner) ?? group);
  const key = isSome !== not ? 'because.some' : 'because.every';
  return rule && at.speaker.phrase(key, { label, rule });
}

function say(
  { speaker }: RuleContext,
  pointer: Pointer,
  key: string,
  params: Readonly<Record<string, unknown>>,
  not: boolean,
): string {
  const label = speaker.label(pointer);
  return label && speaker.phrase(`because.is.${key}`, { label, not: String(not), ...params });
}

/** Every keyword of a test has to hold; negated, one of them does not. */
function testWords(
  at: RuleContext,
  pointer: Pointer,
  test: Test,
  owner: Pointer,
  not: boolean,
): string {
  const said = Object.keys(test).map((name) => {
    const param = test[name as keyof Test];
    if (name === 'allOf' || name === 'anyOf') {
      const parts = (param as readonly Test[]).map((part) =>
        testWords(at, pointer, part, owner, not),
      );
      return together(at, parts, (name === 'allOf') !== not);
    }
    if (name === 'not') return testWords(at, pointer, param as Test, owner, !not);
    return keywordWords(at, pointer, name, param, owner, not);
  });
  return together(at, said, !not);
}

/** Keyword → phrase; `!` says the contrary of another one. */
const limits: Readonly<Record<string, string>> = {
  minimum: 'least',
  exclusiveMaximum: '!least',
  maximum: 'most',
  exclusiveMinimum: '!most',
  multipleOf: 'multiple',
  atLeast: 'least',
  below: '!least',
};
const counts: Readonly<Record<string, string>> = {
  minLength: 'longer',
  maxLength: 'shorter',
  minItems: 'several',
  maxItems: 'few',
};
const moments: Readonly<Record<string, string>> = { notBefore: 'from', notAfter: 'until' };
const ages: Readonly<Record<string, string>> = { youngerThan: 'younger', olderThan: 'older' };

function keywordWords(
  at: RuleContext,
  pointer: Pointer,
  name: string,
  param: unknown,
  owner: Pointer,
  not: boolean,
): string {
  const { speaker } = at;
  const value = (one: unknown) => quoted(at, pointer, one);
  const with_ = (key: string, limit: unknown) => {
    const isContrary = key.startsWith('!');
    return say(at, pointer, key.replace('!', ''), { limit, count: limit }, not !== isContrary);
  };
  if (name === 'const') return with_('value', value(param));
  if (name === 'enum')
    return with_('value', speaker.list((param as readonly unknown[]).map(value), 'disjunction'));
  if (name === 'contains') return containsWords(at, pointer, param as Test, not);
  if (limits[name]) return with_(limits[name], limitWords(at, pointer, param));
  if (counts[name]) return with_(counts[name], param);
  if (moments[name]) return with_(moments[name], momentWords(at, param as Moment, owner));
  if (ages[name]) return with_(ages[name], durationWords(at, param as Duration));
  return say(at, pointer, name === 'type' ? 'answered' : 'form', {}, not);
}

/** An answer among the words of a rule, set apart from them. */
function quoted({ speaker }: RuleContext, pointer: Pointer, value: unknown): string {
  return speaker.phrase('because.quoted', {
    text: speaker.answer(pointer, value) || String(value),
  });
}

function containsWords(at: RuleContext, pointer: Pointer, test: Test, not: boolean): string {
  const values = test.enum ?? ('const' in test ? [test.const] : []);
  if (values.length === 0) return say(at, pointer, 'form', {}, not);
  const said = values.map((one) => quoted(at, pointer, one));
  return say(at, pointer, 'contains', { limit: at.speaker.list(said, 'disjunction') }, not);
}

/** A limit, or the dated value that is in force. */
function limitWords({ plan, speaker, day }: RuleContext, pointer: Pointer, param: unknown): string {
  const limit = typeof param === 'string' ? amountOn(plan, param, day) : param;
  return speaker.answer(pointer, limit) || String(limit ?? param);
}

function momentWords(at: RuleContext, moment: string | Moment, owner: Pointer): string {
  const { speaker } = at;
  if (typeof moment === 'string') return speaker.phrase('because.moment.day', { day: moment });
  const { from, add } = moment;
  const start = startWords(at, from, owner);
  if (add === undefined) return start;
  const span = durationWords(at, add.replace('-', ''));
  const key = add.startsWith('-') ? 'because.moment.before' : 'because.moment.after';
  return speaker.phrase(key, { span, moment: start });
}

function startWords({ speaker }: RuleContext, from: string, owner: Pointer): string {
  if (from === 'today' || from === 'filing') return speaker.phrase(`because.moment.${from}`);
  if (from.startsWith('event:')) return speaker.phrase('because.moment.event');
  return speaker.phrase('because.moment.answer', {
    label: speaker.label(bind(from, owner) ?? from),
  });
}

const spans = { Y: 'years', M: 'months', W: 'weeks', D: 'days' } as const;

function durationWords({ speaker }: RuleContext, duration: Duration): string {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, n, unit]) =>
    speaker.phrase(`because.span.${spans[unit as keyof typeof spans]}`, { n: Number(n) }),
  );
  return speaker.list(parts, 'conjunction');
}
