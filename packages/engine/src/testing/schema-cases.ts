import type { Pointer, Published } from '@guichet/procedure';
import { canonicalJson, compile } from '@guichet/procedure';
import type { Mark, Version } from '../draft.js';
import { filterVerdict } from '../judge/filter-verdict.js';
import { judge } from '../judge/judge.js';
import type { RawIssue } from '../judgement.js';
import { fieldState } from '../model/field-state.js';
import { allAsked } from '../model/all-asked.js';
import { createModel } from '../model/create-model.js';
import type { Model } from '../model/model.js';
import { patternIn } from '../model/pattern-in.js';
import { hasField } from '../model/shape.js';
import { isShown, visibilityOf } from '../model/visibility.js';
import { contentOfVersion } from '../versions/content-of-version.js';
import { settledVersion, shownVersion } from '../versions/version-of.js';
import type { MakeVoice } from './json-schema-suite.js';
import { smallProcedure } from './small-procedure.js';

/** A file of `conformance/schema`: one data schema, and what it asks and says of answers. */
export interface SchemaCases {
  readonly title: string;
  readonly rule: string;
  readonly schema: object;
  /** Blocks that it refers to, by file name below `shared/`. */
  readonly shared?: Readonly<Record<string, unknown>>;
  /** Rules that refuse the schema; then there are no cases. */
  readonly refused?: readonly string[];
  readonly cases: readonly SchemaCase[];
}

/** Answers, and what page and verdict make of them; what a case does not name is not compared. */
export interface SchemaCase {
  readonly title: string;
  readonly answers: Version['answers'];
  readonly marks?: Readonly<Record<Pointer, Mark['is']>>;
  /** Every question and group shown, in the order asked. */
  readonly shown?: readonly Pointer[];
  /** Of those shown, the ones there only "if this concerns you". */
  readonly concerned?: readonly Pointer[];
  /** Of those shown, the questions required. */
  readonly required?: readonly Pointer[];
  /** `pointer code`, of both voices after the filter. */
  readonly issues?: readonly string[];
  /** Answers given that no active branch asks for. */
  readonly inactive?: readonly Pointer[];
  /** `pointer keyword`, of the second voice before the filter. */
  readonly unfiltered?: readonly string[];
}

const days = { today: '2026-11-23', filing: '2026-11-23' };

/** Runs a file of schemas; each line of the answer is one difference. */
export async function runSchemaCases(file: SchemaCases, voiceOf: MakeVoice): Promise<string[]> {
  const files = smallProcedure(file.schema, undefined, file.shared);
  const { published, problems } = await compile(files);
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  const refused = differ(`${file.rule} ${file.title}: problems`, file.refused ?? [], rules);
  if (refused.length > 0 || !published || file.refused) return refused;
  const voice = voiceOf(published);
  return file.cases.flatMap((one) =>
    runCase(published, voice, one).map((line) => `${file.rule} ${file.title}: ${line}`),
  );
}

function runCase(
  published: Published,
  voice: ReturnType<MakeVoice>,
  { title, ...wanted }: SchemaCase,
): string[] {
  const found = foundOf(published, voice, wanted);
  const { answers: _, marks: __, ...expected } = wanted;
  return [
    ...differ(`${title}: the second voice`, found.issues, found.second),
    ...Object.entries(expected).flatMap(([name, value]) =>
      differ(`${title}: ${name}`, value, found[name as keyof typeof expected]),
    ),
  ];
}

function foundOf(
  { plan, branches }: Published,
  voice: ReturnType<MakeVoice>,
  { answers, marks = {} }: Omit<SchemaCase, 'title'>,
) {
  const marked = Object.entries(marks).map(([pointer, is]) => [pointer, { is, at: '' }] as const);
  const version: Version = { answers, marks: Object.fromEntries(marked), pieces: {} };
  const { unknown: _, ...content } = contentOfVersion(plan, version);
  const model = createModel(plan, content, days);
  const judged = judge(plan, version, { ...days, zone: 'UTC' });
  const seen = shownVersion(plan, settledVersion(plan, version, days), days);
  const errors = voice(seen.answers, days);
  return {
    ...shownIn(model),
    issues: short(judged.issues),
    second: short(filterVerdict(plan, branches, seen, errors, days)),
    inactive: [...judged.inactive].sort(),
    unfiltered: voice(answers, days)
      .filter(({ keyword }) => keyword !== 'if')
      .map(({ pointer, keyword }) => `${pointer} ${keyword}`)
      .sort(),
  };
}

function shownIn(model: Model) {
  const shown = allAsked(model).filter((pointer) => isShown(visibilityOf(model, pointer)));
  const isField = (pointer: Pointer) => hasField(model.plan, patternIn(model, pointer));
  return {
    shown,
    concerned: shown.filter((pointer) => visibilityOf(model, pointer) === 'concerned'),
    required: shown.filter((pointer) => isField(pointer) && fieldState(model, pointer).required),
  };
}

function short(issues: readonly RawIssue[]): string[] {
  return issues.map(({ pointer, code }) => `${pointer} ${code}`).sort();
}

function differ(title: string, expected: unknown, found: unknown): string[] {
  const [want, got] = [canonicalJson(expected), canonicalJson(found)];
  return want === got ? [] : [`${title}: expected ${want}, found ${got}`];
}
