import type { Plan } from '@guichet/procedure';
import { canonicalJson } from '@guichet/procedure';
import type { Draft, PieceAnswer } from '../draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { judgeModel } from '../judge/judge.js';
import type { Judgement } from '../judgement.js';
import { linkedDraftsOf, type LinkedDraft } from '../links/linked-drafts.js';
import { contentOf } from '../model/content.js';
import { fieldState } from '../model/field-state.js';
import { allFields } from '../model/instances.js';
import { createModel } from '../model/create-model.js';
import type { Days, Model } from '../model/model.js';
import { partyDraft } from '../parties/party-draft.js';
import { partyPlan } from '../parties/party-plan.js';
import { versionOfModel } from '../versions/version-of.js';
import type { Circumstances } from './conformance.js';
import { emptyPlan } from './empty-plan.js';

/** What a case of facts gives: answers, rows, marks, days, and pieces. */
export interface FactCircumstances extends Circumstances {
  readonly pieces?: Readonly<Record<string, PieceAnswer>>;
}

/** A file of `conformance/facts`: what the facts of a procedure amount to for what was answered. */
export interface FactCases {
  readonly title: string;
  readonly rule: string;
  readonly plan: Partial<Plan>;
  readonly given?: FactCircumstances;
  readonly cases: readonly {
    readonly title: string;
    readonly given?: FactCircumstances;
    /** Parts of the judgement. */
    readonly judgement?: Partial<Judgement>;
    /** `say` of each advice that is said. */
    readonly advice?: readonly string[];
    /** Names of the pieces of the version. */
    readonly version?: readonly string[];
    readonly links?: readonly Partial<LinkedDraft>[];
    /** What one party has: patterns asked, and answers sent to them. */
    readonly party?: {
      readonly as: string;
      readonly fields: readonly string[];
      readonly answers: readonly string[];
      readonly pieces?: readonly string[];
    };
  }[];
}

/** Runs a file of facts; each line of the answer is one difference. */
export function runFactCases(file: FactCases): string[] {
  const plan: Plan = { ...emptyPlan, ...file.plan };
  return file.cases.flatMap(({ title, given, ...expected }) => {
    const draft = draftOf(file.given, given);
    const days = daysOf({ ...file.given, ...given });
    const model = createModel(plan, contentOf(draft), days);
    const found = foundIn(model, draft, expected.party?.as);
    return Object.entries(expected).flatMap(([what, wanted]) => {
      const got = found[what as keyof typeof found]();
      return what === 'judgement'
        ? partsOf(wanted, got)
        : differ(what, wanted, narrowed(wanted, got));
    });

    function partsOf(wanted: object, got: unknown): string[] {
      return Object.entries(wanted).flatMap(([name, part]) =>
        differ(name, part, (got as Readonly<Record<string, unknown>>)[name]),
      );
    }

    function differ(what: string, wanted: unknown, got: unknown): string[] {
      const [want, have] = [canonicalJson(wanted), canonicalJson(got ?? null)];
      const said = `${file.rule} ${file.title}: ${title}: ${what}: expected ${want}, found ${have}`;
      return want === have ? [] : [said];
    }
  });
}

function foundIn(model: Model, draft: Draft, party: string | undefined) {
  const { plan, days } = model;
  return {
    judgement: () => judgeModel(model, days),
    advice: () => saidIn(model),
    version: () => Object.keys(versionOfModel(model).pieces),
    links: () => linkedDraftsOf(model, at),
    party: () => {
      const as = party ?? '';
      const own = partyPlan(plan, as, draft, days);
      return {
        as,
        fields: Object.keys(own.fields),
        answers: Object.keys(partyDraft(plan, as, draft, days).answers),
        pieces: Object.keys(own.pieces),
      };
    },
  };
}

const at = '2026-11-23T09:00:00Z';

function saidIn(model: Model): readonly string[] {
  const said = allFields(model).flatMap((pointer) => fieldState(model, pointer).advice);
  return [...new Set(said)].map((n) => model.plan.advice[n]?.say ?? '');
}

/** Only the members that a case names are looked at, in lists too. */
function narrowed(wanted: unknown, got: unknown): unknown {
  if (Array.isArray(wanted) && Array.isArray(got))
    return got.map((one: unknown, n) => narrowed(wanted[n], one));
  if (typeof wanted !== 'object' || wanted === null || typeof got !== 'object' || got === null)
    return got;
  const kept = Object.entries(got).filter(([name]) => Object.hasOwn(wanted, name));
  return Object.fromEntries(kept);
}

function daysOf({ today = '2026-11-23', filing = today, events = {} }: Circumstances): Days {
  return { today, filing, events };
}

function draftOf(all: FactCircumstances = {}, one: FactCircumstances = {}): Draft {
  const given = (name: 'answers' | 'rows' | 'pieces') => ({ ...all[name], ...one[name] });
  const marks = Object.entries({ ...all.marks, ...one.marks });
  const procedure = { id: 'conformance', version: '1.0.0', planHash: '' };
  return {
    ...freshDraft({ id: '', key: '', procedure, startedAt: at }),
    answers: given('answers'),
    rows: given('rows') as Draft['rows'],
    pieces: given('pieces') as Draft['pieces'],
    marks: Object.fromEntries(marks.map(([pointer, is]) => [pointer, { is, at: '' }])),
  };
}
