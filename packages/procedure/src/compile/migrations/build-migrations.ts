import { canonicalJson } from '../../canonical/canonical-json.js';
import { resolvePath } from '../../read/resolve-path.js';
import { entriesOf, isObject, type Json } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { MigrationPlan } from '../../types/migration.js';
import type { Plan } from '../../types/plan.js';
import { checkMovedAnswers } from './check-moved-answers.js';
import { checkMovedJourney } from './check-moved-journey.js';
import { checkMovedNames } from './check-moved-names.js';
import { publishedPlans } from './published-plans.js';
import { readMigration } from './read-migration.js';

type Migrations = Readonly<Record<string, MigrationPlan>>;

/**
 * How drafts and dossiers of every version before come to this one (rules.md B10): what `procedure.json` declares,
 * and what the versions published in between declared, so that an author writes the newest step only.
 *
 * Each step is held to the two versions it joins. Reports `migration-file`, `migration-version`, `migration-changed`
 * and what the checks of answers, journey and names report.
 */
export function buildMigrations(
  workspace: Workspace,
  procedure: Json,
  plan: Plan,
): Migrations | undefined {
  const published = new Map(publishedPlans(workspace));
  published.delete(plan.version);
  const made: Record<string, MigrationPlan> = {};
  for (const { migrations = {} } of published.values())
    for (const [from, step] of Object.entries(migrations)) made[from] = step;
  const declared = procedure['migrations'];
  for (const [from] of entriesOf(declared)) {
    if (from === '//') continue;
    const json = fileOf(workspace, declared as Json, from);
    const migration = json && readMigration(json);
    if (!migration || !isPlaced(workspace, json, from)) continue;
    if (isHistory(workspace, json, made[from], migration)) continue;
    const older = versionOf(workspace, json, 'from', published, plan);
    const newer = versionOf(workspace, json, 'to', published, plan);
    made[from] = migration;
    if (!older || !newer) continue;
    const read = { workspace, json, migration, older, newer };
    checkMovedAnswers(read);
    checkMovedJourney(read);
    checkMovedNames(read);
  }
  return Object.keys(made).length === 0 ? undefined : made;
}

function fileOf(workspace: Workspace, declared: Json, from: string): Json | undefined {
  const reference = declared[from];
  const at = workspace.placeOf(declared, from);
  const target = typeof reference === 'string' ? resolvePath(at.file, reference) : undefined;
  const found = target && workspace.read(target.file);
  if (isObject(found)) return found;
  workspace.report(at, {
    rule: 'migration-file',
    message: `"${String(reference)}" is no file of this folder: whoever began under ${from} could not go on.`,
    fix: `Write the path of the migration, such as "./migrations/${from}-1.1.0.json".`,
  });
  return undefined;
}

/** The file and the line that names it must speak of the same version. */
function isPlaced(workspace: Workspace, json: Json, from: string): boolean {
  if (json['from'] === from) return true;
  workspace.report(workspace.placeOf(json, 'from'), {
    rule: 'migration-file',
    message: `This migration is from "${String(json['from'])}" and procedure.json names it for ${from}: nobody of ${from} would be brought along.`,
    fix: `Write "from": "${from}", or name this file under its own version.`,
  });
  return false;
}

/** What a published version declared is done already to some dossiers, and stays as it was. */
function isHistory(
  workspace: Workspace,
  json: Json,
  published: MigrationPlan | undefined,
  migration: MigrationPlan,
): boolean {
  if (!published) return false;
  if (canonicalJson(published) === canonicalJson(migration)) return true;
  workspace.report(workspace.placeOf(json), {
    rule: 'migration-changed',
    message: `Version ${published.to} was published with another migration from ${published.from}: dossiers brought along by it would be read otherwise.`,
    fix: 'Put this file back as it was; what is new goes in a migration of its own.',
  });
  return true;
}

function versionOf(
  workspace: Workspace,
  json: Json,
  key: 'from' | 'to',
  published: ReadonlyMap<string, Plan>,
  plan: Plan,
): Plan | undefined {
  const version = String(json[key]);
  if (key === 'to' && version === plan.version) return plan;
  const found = published.get(version);
  if (found) return found;
  workspace.report(workspace.placeOf(json, key), {
    rule: 'migration-version',
    message: `Version ${version} was never published, so nobody can ${key === 'from' ? 'come from' : 'be brought to'} it.`,
    fix: `Name a version of "published"${key === 'to' ? `, or ${plan.version}, this one` : ''}.`,
  });
  return undefined;
}
