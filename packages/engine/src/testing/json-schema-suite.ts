import type { Problem, ProcedureFiles, Published } from '@guichet/procedure';
import { compile } from '@guichet/procedure';
import type { VoiceError } from '../judge/filter-verdict.js';
import { filterVerdict } from '../judge/filter-verdict.js';
import { judge } from '../judge/judge.js';
import type { Judgement, RawIssue } from '../judgement.js';
import { settledVersion } from '../versions/version-of.js';
import { isRefusedAt } from './is-refused-at.js';
import { smallProcedure } from './small-procedure.js';

/** A group of the official JSON Schema test suite: one schema, and values with the verdict on each. */
export interface SuiteGroup {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

/** What became of a group: refused by these rules, or the verdicts that differ from the suite's. */
export interface SuiteAnswer {
  /** Rules that refuse the schema, sorted; a refused schema is not judged. */
  readonly refused: readonly string[];
  /** Description of a test → how it differs. */
  readonly differences: Readonly<Record<string, string>>;
}

/** Makes the second voice of what was compiled; the engine does not depend on one. */
export type MakeVoice = (published: Published) => (answers: object, days: Days) => VoiceError[];

interface Days {
  readonly today: string;
  readonly filing: string;
}

const days: Days = { today: '2026-11-23', filing: '2026-11-23' };

/** What only makes a question impossible to show: the schema still says what is right and what is wrong. */
const ofDisplay: readonly string[] = [
  'untyped-field',
  'unbounded-text',
  'unbounded-group',
];

/**
 * Compiles the schema of a group as one question, object or list of rows of a small procedure, and holds both voices
 * to the suite's verdicts: the interpreter, the second voice as it stands, and both after the filter (rules.md A6).
 */
export async function runSuiteGroup(group: SuiteGroup, voiceOf: MakeVoice): Promise<SuiteAnswer> {
  const { published, problems } = await compile(wrapped(group.schema));
  const refused = refusedBy(problems);
  if (refused.length > 0 || !published) return { refused, differences: {} };
  const voice = voiceOf(published);
  const differences: Record<string, string> = {};
  for (const { description, data, valid } of group.tests) {
    const found = differenceOn(published, voice, data, valid);
    if (found !== undefined) differences[description] = found;
  }
  return { refused, differences };
}

function wrapped(schema: unknown): ProcedureFiles {
  if (typeof schema === 'boolean')
    return smallProcedure({ type: 'object', properties: { answer: schema } });
  const block = { $ref: '../shared/case.schema.json' };
  const data = { type: 'object', properties: { answer: block } };
  return smallProcedure(data, ['/answer'], { 'case.schema.json': withNames(schema as Json) });
}

type Json = Readonly<Record<string, unknown>>;

/** The suite often requires a name without `properties`; here it is one that takes any value, which changes no verdict. */
function withNames(schema: Json): Json {
  const isClosed = Object.keys(schema).some((keyword) =>
    /additional|unevaluated|pattern.*Prop/.test(keyword),
  );
  const dependent = Object.entries((schema['dependentRequired'] ?? {}) as Record<string, string[]>);
  const names = [...((schema['required'] ?? []) as string[]), ...dependent.flat(2)];
  if (isClosed || names.length === 0) return schema;
  const anything = Object.fromEntries(names.map((name) => [name, {}]));
  return {
    ...schema,
    properties: { ...anything, ...(schema['properties'] as object | undefined) },
  };
}

/** A refused keyword is named, since the table of keywords says why. */
function refusedBy(problems: readonly Problem[]): string[] {
  const rules = problems
    .filter(
      ({ file, rule, severity }) =>
        file.endsWith('.schema.json') && severity === 'error' && !ofDisplay.includes(rule),
    )
    .map(({ rule, message }) => {
      const keyword = /^"([^"]+)"/.exec(message)?.[1];
      return rule === 'refused-keyword' || rule === 'if-shape' || rule === 'misplaced-keyword'
        ? `${rule} ${keyword ?? ''}`.trim()
        : rule;
    });
  return [...new Set(rules)].sort();
}

function differenceOn(
  published: Published,
  voice: ReturnType<MakeVoice>,
  data: unknown,
  valid: boolean,
): string | undefined {
  const version = { answers: { answer: data }, marks: {}, pieces: {} };
  const judged = judge(published.plan, version, { ...days, zone: 'UTC' });
  const errors = voice(version.answers, days);
  const settled = settledVersion(published.plan, version, days);
  const kept = voice(settled.answers, days);
  const filtered = filterVerdict(published.plan, published.branches, settled, kept, days);
  const said = [
    ...(isAdmitted(published, judged) === valid ? [] : ['interpreter']),
    ...((errors.length === 0) === valid ? [] : ['second voice']),
    ...(short(judged.issues) === short(filtered)
      ? []
      : [`filter: ${short(judged.issues)} and ${short(filtered)}`]),
  ];
  return said.length === 0 ? undefined : said.join(', ');
}

/** No issue, and nothing where the schema lets nothing stand. */
function isAdmitted({ plan, schema }: Published, judged: Judgement): boolean {
  const refused = judged.inactive.filter((pointer) => isRefusedAt(plan, schema, pointer));
  return judged.issues.length === 0 && refused.length === 0;
}

function short(issues: readonly RawIssue[]): string {
  return issues
    .map(({ pointer, code }) => `${pointer} ${code}`)
    .sort()
    .join(', ');
}
