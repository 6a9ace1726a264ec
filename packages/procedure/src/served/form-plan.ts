import type { Source } from '../types/facts.js';
import type { MigrationPlan } from '../types/migration.js';
import type { Plan } from '../types/plan.js';

/** What a draft needs of a migration: the journey and the clocks are the dossier's. */
export type DraftMigration = Pick<MigrationPlan, 'from' | 'to' | 'answers' | 'pieces'>;

/** What a page needs of a plan: the life of the dossier is the service's, and of a source the title is shown. */
export type FormPlan = Omit<Plan, 'lifecycle' | 'sources' | 'migrations'> & {
  readonly sources: Readonly<Record<string, Pick<Source, 'title'>>>;
  readonly migrations?: Readonly<Record<string, DraftMigration>>;
};

/**
 * The plan as pages load it: without its lifecycle, and with the titles of the sources that a form
 * names. `planHash` stays that of the whole plan: it says which version this is, and is quoted, never
 * computed, by a page.
 */
export function formPlanOf(plan: Plan): FormPlan {
  const { lifecycle: _, sources, migrations, ...rest } = plan;
  const named = new Set([
    ...Object.values(plan.fields).map(({ source }) => source),
    ...plan.fees.map(({ source }) => source),
    plan.privacy.source,
  ]);
  const titles = Object.entries(sources)
    .filter(([name]) => named.has(name))
    .map(([name, { title }]) => [name, { title }]);
  return {
    ...rest,
    sources: Object.fromEntries(titles) as FormPlan['sources'],
    ...(migrations && { migrations: draftMigrations(migrations) }),
  };
}

function draftMigrations(
  migrations: NonNullable<Plan['migrations']>,
): NonNullable<FormPlan['migrations']> {
  return Object.fromEntries(
    Object.entries(migrations).map(([version, { from, to, answers, pieces }]) => [
      version,
      { from, to, answers, ...(pieces && { pieces }) },
    ]),
  );
}
