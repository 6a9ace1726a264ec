import type { Plan, Texts } from '@guichet/procedure';
import type { Change, Draft, DraftChange, Version } from '../draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { EngineError } from '../errors.js';
import { sameJson } from '../keywords/same-json.js';
import type { Conflict } from '../merge/conflict.js';
import { mergeChanges } from '../merge/merge-changes.js';
import { mergeDrafts } from '../merge/merge-drafts.js';
import { applyChanges } from '../versions/apply-changes.js';
import { differenceOf } from '../versions/difference-of.js';
import { invertChanges } from '../versions/invert-changes.js';
import { toJsonPatch, type JsonPatchOperation } from '../versions/to-json-patch.js';
import { deskOf, doAct, type DeskAct } from './desk.js';
import { emptyPlan } from './empty-plan.js';

/** A part of a version; what is not written is empty. */
type SomeVersion = Partial<Version>;

/** A file of `conformance/changes`: the changes between two versions, or a change set that is refused. */
export interface ChangeCases {
  readonly title: string;
  readonly rule: string;
  readonly cases: readonly {
    readonly title: string;
    readonly base: SomeVersion;
    /** The version that `changes` give. */
    readonly other?: SomeVersion;
    readonly changes: readonly Change[];
    /** The same as RFC 6902, on `{ answers, marks, pieces }`. */
    readonly patch?: readonly JsonPatchOperation[];
    /** Code of the error that applying throws. */
    readonly refused?: string;
  }[];
}

/** A file of `conformance/merges`: two drafts, or two amendments, of one base. */
export interface MergeCases {
  readonly title: string;
  readonly rule: string;
  readonly cases: readonly {
    readonly title: string;
    readonly base: Partial<Draft> | SomeVersion;
    readonly ours: readonly (DraftChange | Change)[];
    readonly theirs: readonly (DraftChange | Change)[];
    /** Of two versions, and not of two drafts. */
    readonly versions?: true;
    /** Members that the merged one must have. */
    readonly merged: Readonly<Record<string, unknown>>;
    readonly conflicts: readonly Partial<Conflict>[];
  }[];
}

/** A file of `conformance/drafts`: what is done on a page, and the draft that its log folds to. */
export interface DraftCases {
  readonly title: string;
  readonly rule: string;
  readonly plan: Partial<Plan>;
  readonly texts?: Partial<Texts>;
  readonly cases: readonly {
    readonly title: string;
    readonly do: readonly DeskAct[];
    /** Members that the draft must have. */
    readonly draft: Partial<Draft>;
    /** `op` of each line of the log. */
    readonly log?: readonly string[];
  }[];
}

/** Runs a file of change sets; each line of the answer is one difference. */
export function runChangeCases(file: ChangeCases): string[] {
  return file.cases.flatMap(({ title, changes, patch, refused, ...given }) => {
    const told = teller(file, title);
    const base = whole(given.base);
    const set = { base: 1, changes };
    if (refused !== undefined)
      return told(
        'refused',
        refused,
        codeOf(() => applyChanges(base, set)),
      );
    const other = whole(given.other ?? {});
    const back = applyChanges(applyChanges(base, set), invertChanges(set));
    return [
      ...told('difference', changes, differenceOf(base, other, 1).changes),
      ...told('applied', other, applyChanges(base, set)),
      ...told('turned round', [], differenceOf(base, back, 1).changes),
      ...(patch ? told('patch', patch, toJsonPatch(base, set)) : []),
    ];
  });
}

/** Runs a file of merges; each line of the answer is one difference. */
export function runMergeCases(file: MergeCases): string[] {
  return file.cases.flatMap((one) => {
    const told = teller(file, one.title);
    const { merged, conflicts } = one.versions ? mergeVersions(one) : mergeLogs(one);
    const members = Object.keys(one.merged);
    const found = members.map((name) => [
      name,
      (merged as unknown as Readonly<Record<string, unknown>>)[name],
    ]);
    return [
      ...told('merged', one.merged, Object.fromEntries(found)),
      ...told(
        'conflicts',
        one.conflicts,
        conflicts.map((conflict, i) => only(conflict, one.conflicts[i])),
      ),
    ];
  });
}

/** Runs a file of drafts; each line of the answer is one difference. */
export async function runDraftCases(file: DraftCases): Promise<string[]> {
  const differences: string[] = [];
  for (const { title, do: acts, draft, log } of file.cases) {
    const told = teller(file, title);
    const desk = deskOf(file.plan, file.texts);
    for (const act of acts) await doAct(desk, act);
    differences.push(...told('draft', draft, only(desk.draft(), draft)));
    if (log)
      differences.push(
        ...told(
          'log',
          log,
          desk.log.map(({ op }) => op),
        ),
      );
  }
  return differences;
}

type MergeCase = MergeCases['cases'][number];

function mergeLogs({ base, ours, theirs }: MergeCase) {
  const procedure = { id: '', version: '', planHash: '' };
  const fresh = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '' });
  const start: Draft = { ...fresh, ...(base as Partial<Draft>) };
  const after = (changes: MergeCase['ours']) =>
    foldDraft(
      start,
      changes.map((change, i) => ({ n: i + 1, at: '', device: '', ...(change as DraftChange) })),
    );
  return mergeDrafts(emptyPlan, start, after(ours), after(theirs));
}

function mergeVersions({ base, ours, theirs }: MergeCase) {
  const set = (changes: MergeCase['ours']) => ({ base: 1, changes: changes as readonly Change[] });
  return mergeChanges(whole(base as SomeVersion), set(ours), set(theirs));
}

const whole = (version: SomeVersion): Version => ({
  answers: {},
  marks: {},
  pieces: {},
  ...version,
});

/** The members of a thing that a case writes. */
function only(found: object, wanted: object | undefined): unknown {
  const members = Object.keys(wanted ?? found);
  return Object.fromEntries(
    members.map((name) => [name, (found as Readonly<Record<string, unknown>>)[name] ?? null]),
  );
}

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'applied';
  } catch (error) {
    return error instanceof EngineError ? error.code : String(error);
  }
}

function teller(file: { readonly title: string; readonly rule: string }, title: string) {
  return (what: string, want: unknown, found: unknown): string[] =>
    sameJson(plain(want), plain(found))
      ? []
      : [
          `${file.rule} ${file.title}: ${title}: ${what}: expected ${JSON.stringify(want)}, found ${JSON.stringify(found)}`,
        ];
}

/** As JSON: what is undefined is not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
