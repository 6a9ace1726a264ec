import { hashOf } from '../canonical/hash-of.js';
import type { ConditionScope } from '../conditions/read-condition.js';
import { resolveUses } from '../read/resolve-uses.js';
import { isObject, type Json, member, textsOf } from '../read/shapes.js';
import { Workspace } from '../read/workspace.js';
import type { FieldPlan } from '../types/field.js';
import type { Plan } from '../types/plan.js';
import type { Problem, ProcedureFiles } from '../types/problem.js';
import type { Published } from '../types/published.js';
import type { Texts } from '../types/texts.js';
import { orderActivity } from './activity.js';
import { buildOutline } from './build-outline.js';
import { deriveOutline } from './compute/derive-outline.js';
import { buildFacts } from './facts/build-facts.js';
import { buildLifecycle } from './facts/build-lifecycle.js';
import { checkGuide } from './facts/check-guide.js';
import { FactReader } from './facts/fact-reader.js';
import { giveToParties } from './facts/give-to-parties.js';
import { buildFlow } from './flow/build-flow.js';
import { buildSteps } from './flow/build-steps.js';
import { checkFlow } from './flow/check-flow.js';
import { limitSteps } from './flow/limit-steps.js';
import { buildMigrations } from './migrations/build-migrations.js';
import type { Outline } from './outline.js';
import { indexReaders } from './readers.js';
import { checkSchema } from './schema/check-schema.js';
import { collectFacts } from './schema/collect-facts.js';
import { inlineRefs } from './schema/inline-refs.js';
import { lowerSchema } from './schema/lower-schema.js';
import { publishSchema } from './schema/publish-schema.js';
import type { Branch, Mount, Schema } from './schema/schema.js';
import { buildTexts } from './texts/build-texts.js';
import { gatherWords } from './texts/gather-words.js';

/** What `compile` answers: `published` whenever it can be made, even beside problems. */
export interface Compiled {
  readonly published?: Published;
  readonly problems: readonly Problem[];
}

/**
 * Lowers a procedure's folder to a plan, a bundle of words a language, and the schema that Ajv validates
 * (design.md §3). Problems are returned, all of them; nothing is ever thrown for what a folder holds.
 * With problems of severity `error` the result is for previewing only: it must not be published.
 */
export async function compile(files: ProcedureFiles): Promise<Compiled> {
  const workspace = new Workspace(files);
  const published = await compileWorkspace(workspace);
  const problems = sortProblems(workspace.problems);
  return published ? { published, problems } : { problems };
}

/** Compiles what a workspace holds; its problems go to the workspace. @internal */
export async function compileWorkspace(workspace: Workspace): Promise<Published | undefined> {
  const procedure = readMain(workspace, 'procedure.json');
  const flow = readMain(workspace, 'flow.json');
  const data = readMain(workspace, 'data.schema.json');
  if (!procedure || !flow || !data) return undefined;
  checkId(workspace, procedure);
  const shape = lowerData(workspace, procedure);
  if (!shape) return undefined;
  const built = buildPlan(workspace, procedure, limitSteps(workspace, flow), shape);
  const plan = withMigrations(workspace, procedure, built);
  const texts = buildTexts(workspace, { plan, outline: shape.outline, mounts: shape.mounts });
  return publish(withReasons(plan, texts), texts, shape);
}

interface Shape {
  readonly outline: Outline;
  readonly mounts: readonly Mount[];
  readonly branches: readonly Branch[];
  readonly schema: Schema;
}

function lowerData(workspace: Workspace, procedure: Json): Shape | undefined {
  const inlined = inlineRefs(workspace, `${workspace.id}/data.schema.json`);
  if (!inlined) return undefined;
  const { schema, mounts } = inlined;
  const forbidding = lowerSchema(workspace, schema);
  const facts = collectFacts(workspace, schema, forbidding);
  const outline = deriveOutline(workspace, buildOutline(workspace, facts), facts.root, procedure);
  checkSchema(workspace, facts, outline);
  return { outline, mounts, branches: facts.branches, schema };
}

function buildPlan(workspace: Workspace, procedure: Json, flow: Json, shape: Shape): Plan {
  const { outline } = shape;
  const values = new Set(Object.keys((procedure['values'] as object | undefined) ?? {}));
  const sources = new Set(Object.keys((procedure['sources'] as object | undefined) ?? {}));
  const canBeInactive = (pointer: string) => outline.fields[pointer]?.show !== undefined;
  const scope: ConditionScope = {
    nodes: outline.nodes,
    fields: outline.fields,
    values,
    canBeInactive,
  };
  const languages = textsOf(procedure['languages']);
  const words = gatherWords(workspace, languages[0] ?? 'fr', shape.mounts).words;
  const hasHeading = (key: string) => member(words['groups'], key) !== undefined;
  const read = buildFacts(new FactReader(workspace, outline, scope, sources), procedure);
  const machine = buildFlow(workspace, flow, scope);
  const steps = buildSteps(workspace, flow, { outline, scope, hasHeading });
  const isGuide = procedure['guide'] === true;
  if (isGuide) checkGuide(workspace, procedure);
  checkFlow(workspace, { flow, machine, steps, outline, isGuide });
  const { groups, fields, pieces } = giveToParties(workspace, read.parties, {
    ...outline,
    ...read,
  });
  const facts = { ...read, pieces };
  return {
    format: 1,
    needs: [...new Set(Object.values(fields).map((field) => field.kind))].sort(),
    id: workspace.id,
    version: String(procedure['version']),
    validFrom: String(procedure['validFrom']),
    languages,
    fields,
    groups,
    activity: orderActivity(workspace, outline),
    readers: indexReaders({ ...facts, fields, groups, flow: machine }),
    steps,
    flow: machine,
    ...facts,
    ...(isGuide ? { guide: true as const } : {}),
    lifecycle: buildLifecycle(workspace, procedure, {
      clocks: new Set(Object.keys(facts.clocks)),
      sources,
    }),
  };
}

function withMigrations(workspace: Workspace, procedure: Json, plan: Plan): Plan {
  const migrations = buildMigrations(workspace, procedure, plan);
  return migrations ? { ...plan, migrations } : plan;
}

/** A field has a reason to show when the first language gives one, named by the author or not. */
function withReasons(plan: Plan, texts: Readonly<Record<string, Texts>>): Plan {
  const words = texts[plan.languages[0] ?? ''];
  const fields: Record<string, FieldPlan> = {};
  for (const [pointer, field] of Object.entries(plan.fields)) {
    const said = words?.fields[pointer]?.why !== undefined;
    fields[pointer] = said ? { ...field, why: true } : field;
  }
  return { ...plan, fields };
}

async function publish(
  plan: Plan,
  texts: Readonly<Record<string, Texts>>,
  shape: Shape,
): Promise<Published> {
  const bundles: Record<string, { hash: string; bundle: Texts }> = {};
  for (const [lang, bundle] of Object.entries(texts)) {
    bundles[lang] = { hash: await hashOf(bundle), bundle };
  }
  return {
    format: 1,
    id: plan.id,
    version: plan.version,
    validFrom: plan.validFrom,
    planHash: await hashOf(plan),
    plan,
    texts: bundles,
    schema: publishSchema(shape.schema) as object,
    branches: shape.branches,
  };
}

function readMain(workspace: Workspace, name: string): Json | undefined {
  const file = `${workspace.id}/${name}`;
  if (!workspace.has(file)) {
    workspace.report({ file, offset: 0 }, missingFile(file));
    return undefined;
  }
  const value = workspace.read(file);
  if (value === undefined) return undefined;
  if (name === 'data.schema.json') return isObject(value) ? value : notObject(workspace, file);
  const resolved = resolveUses(workspace, value);
  return isObject(resolved) ? resolved : notObject(workspace, file);
}

/** The folder's name is the id everywhere: in addresses, drafts and dossiers. */
function checkId(workspace: Workspace, procedure: Json): void {
  if (procedure['id'] === workspace.id) return;
  workspace.report(workspace.placeOf(procedure, 'id'), {
    rule: 'id-mismatch',
    message: `The folder is "${workspace.id}" and the id "${String(procedure['id'])}": a draft would not find its procedure again.`,
    fix: `Write "id": "${workspace.id}", or rename the folder.`,
  });
}

function notObject(workspace: Workspace, file: string): undefined {
  workspace.report(
    { file, offset: 0 },
    {
      rule: 'not-an-object',
      message: 'This file holds no object, so nothing of it can be used.',
      fix: 'Start it with "{".',
    },
  );
}

const missingFile = (file: string) => ({
  rule: 'file-missing',
  message: `${file} does not exist, so the procedure cannot be run.`,
  fix: 'Write it beside the others of this procedure.',
});

/** What often follows from another mistake, and goes away with it. */
const consequences: readonly string[] = ['never-asked', 'unreachable-step'];
const rankOf = ({ rule }: Problem): number => (consequences.includes(rule) ? 1 : 0);

/** Causes before consequences, then by file, line and column: the order in which somebody mends them. @internal */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.rule, b.rule),
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
