import type { Condition, FormPlan, Pointer, Source, Texts, Verdict } from '@guichet/procedure';
import type { Draft, Version } from '../draft.js';
import { contentOf, type Content } from '../model/content.js';
import { createModel } from '../model/create-model.js';
import type { Days, Model } from '../model/model.js';
import { speakerOf, type Speaker } from '../texts/speaker.js';
import { contentOfVersion } from '../versions/content-of-version.js';
import { conditionsOf, type Asking } from './conditions-of.js';
import { decide, type Decided } from './decide.js';
import { reasonsOf, type Reason } from './reason.js';
import { ruleWords } from './rule-words.js';
import { wouldChange, type OtherAnswer } from './would-change.js';

/** A source as far as the plan tells it: a page's plan has titles only. */
export type CitedSource = Pick<Source, 'title'> & Partial<Source> & { readonly name: string };

/** Why something is asked or not, as data and in words. */
export interface Explanation {
  readonly asked: Verdict;
  /** The answers, marks and days that decided; none when it is asked of everyone. */
  readonly because: readonly Reason[];
  /** The rule as its author wrote it, in words; empty when there is none. */
  readonly rule: string;
  /** Of a field or group: whether an answer is expected, and why. */
  readonly required:
    | { readonly is: Verdict; readonly because: readonly Reason[]; readonly rule: string }
    | undefined;
  readonly source: CitedSource | undefined;
  readonly wouldChange: readonly OtherAnswer[];
  /** All of this, ready to show, in the language of the texts. */
  readonly sentences: readonly string[];
}

/**
 * Why a field, a group, `@piece/<name>`, `@fee/<name>` or `@step/<name>` is asked or not: which answers decided,
 * which rule, which source. Unknown is said to be unknown, never guessed. Confidential answers are never spelled
 * out. Pure. Throws `unknown-pointer`, `unknown-piece`.
 *
 * @example
 * explain(plan, texts, draft, '/home/host/birthName', days).sentences
 * // ['This is not asked.', 'It is so when: “Where do you live?” is ‘At a friend’s’.', …]
 */
export function explain(
  plan: FormPlan,
  texts: Texts,
  given: Draft | Version,
  pointer: Pointer,
  days: Days,
): Explanation {
  const asking = conditionsOf(plan, pointer);
  const content: Content = 'rows' in given ? contentOf(given) : contentOfVersion(plan, given);
  const model = createModel(plan, content, days);
  const told: Telling = { model, speaker: speakerOf(plan, texts, content), asking };
  const shown = weigh(told, asking.show);
  const required = isAsked(pointer) ? requiredOf(told, shown.decided.verdict) : undefined;
  const source = sourceOf(plan, asking.source);
  const other = asking.show
    ? wouldChange(
        model,
        told.speaker,
        { condition: asking.show, owner: asking.owner },
        shown.decided,
      )
    : [];
  const made = { asked: shown.decided.verdict, because: shown.because, rule: shown.rule };
  const all = { ...made, required, source, wouldChange: other };
  return { ...all, sentences: sentencesOf(told, all) };
}

interface Telling {
  readonly model: Model;
  readonly speaker: Speaker;
  readonly asking: Asking;
}

interface Weighed {
  readonly decided: Decided;
  readonly because: readonly Reason[];
  readonly rule: string;
}

const isAsked = (pointer: Pointer): boolean => pointer.startsWith('/');

function weigh({ model, speaker, asking }: Telling, condition: Condition | undefined): Weighed {
  if (!condition) return { decided: { verdict: 'true', leaves: [] }, because: [], rule: '' };
  const decided = decide(condition, model.scope, asking.owner);
  const context = { plan: model.plan, speaker, day: model.days.filing };
  return {
    decided,
    because: reasonsOf(model, speaker, decided),
    rule: ruleWords(context, condition, asking.owner),
  };
}

/** What is not asked is not expected; of what may be asked, nothing is expected yet (rules.md A7). */
function requiredOf(told: Telling, asked: Verdict): Explanation['required'] {
  const { required } = told.asking;
  if (required === undefined || required === true) {
    const is = required === undefined ? 'false' : asked;
    return { is, because: [], rule: '' };
  }
  const { decided, because, rule } = weigh(told, required);
  return { is: asked === 'true' ? decided.verdict : asked, because, rule };
}

function sourceOf({ sources }: FormPlan, name: string | undefined): CitedSource | undefined {
  if (name === undefined || !Object.hasOwn(sources, name)) return undefined;
  const found = sources[name];
  return found && { ...found, name };
}

function sentencesOf(
  { speaker, asking }: Telling,
  { asked, because, rule, required, source, wouldChange: others }: Omit<Explanation, 'sentences'>,
): readonly string[] {
  const say = (key: string, params = {}) => speaker.phrase(`because.${key}`, params);
  const isExpected = required !== undefined && asked === 'true';
  return [
    say(asking.kind === 'fee' ? 'due' : 'asked', { is: asked }),
    rule === '' && because.length === 0 ? say('always') : '',
    rule && say('when', { rule }),
    ...because.map(({ sentence }) => sentence),
    isExpected ? say('expected', { is: required.is }) : '',
    isExpected && required.rule ? say('expectedWhen', { rule: required.rule }) : '',
    ...(isExpected ? required.because.map(({ sentence }) => sentence) : []),
    source ? say('source', { source: source.title }) : '',
    source?.trust === 'K' ? say('unchecked') : '',
    ...others.map(({ sentence }) => sentence),
  ].filter((sentence, i, all) => sentence !== '' && all.indexOf(sentence) === i);
}
