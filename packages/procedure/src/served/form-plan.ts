import type { Source } from '../types/facts.js';
import type { Plan } from '../types/plan.js';

/** What a page needs of a plan: the life of the dossier is the service's, and of a source the title is shown. */
export type FormPlan = Omit<Plan, 'lifecycle' | 'sources'> & {
  readonly sources: Readonly<Record<string, Pick<Source, 'title'>>>;
};

/**
 * The plan as pages load it: without its lifecycle, and with the titles of the sources that a form
 * names. `planHash` stays that of the whole plan: it says which version this is, and is quoted, never
 * computed, by a page.
 */
export function formPlanOf(plan: Plan): FormPlan {
  const { lifecycle: _, sources, ...rest } = plan;
  const named = new Set([
    ...Object.values(plan.fields).map(({ source }) => source),
    ...plan.fees.map(({ source }) => source),
    plan.privacy.source,
  ]);
  const titles = Object.entries(sources)
    .filter(([name]) => named.has(name))
    .map(([name, { title }]) => [name, { title }]);
  return { ...rest, sources: Object.fromEntries(titles) as FormPlan['sources'] };
}
