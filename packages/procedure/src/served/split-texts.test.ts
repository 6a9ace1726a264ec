import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Published } from '../types/published.js';
import type { Texts } from '../types/texts.js';
import { formPlanOf } from './form-plan.js';
import { joinTexts, splitTexts } from './split-texts.js';

const file = new URL(
  '../../../../schemas/student-permit-renewal/published/1.1.0.json',
  import.meta.url,
);
const { plan, texts } = JSON.parse(readFileSync(file, 'utf8')) as Published & {
  readonly texts: { readonly fr: { readonly bundle: Texts } };
};
const { bundle } = texts.fr;

describe('words served in two parts', () => {
  it('are the whole bundle again when joined', () => {
    const { form, after } = splitTexts(bundle);
    expect(joinTexts(form, after)).toEqual(bundle);
  });

  it('keep what the page after filing says beside the form', () => {
    const { form } = splitTexts(bundle);
    expect(form.ui).toHaveProperty(['status.reference']);
    expect(form.ui).toHaveProperty(['status.amending.applies']);
    expect(form.states).toEqual({});
  });
});

describe('the title of a source, which a receipt prints', () => {
  it('holds no remark of who wrote it', () => {
    const titles = Object.values(plan.sources).map(({ title }) => title);
    expect(
      titles.filter((title) => /vérifier|confronter|à relire|\?|aucun texte/i.test(title)),
    ).toEqual([]);
  });
});

describe('the plan that a page loads', () => {
  it('has no lifecycle, and the title of each source that a question names', () => {
    const served = formPlanOf(plan);
    expect(served).not.toHaveProperty('lifecycle');
    for (const { source } of [...Object.values(plan.fields), ...plan.fees, plan.privacy])
      if (source !== undefined)
        expect(served.sources[source]).toEqual({ title: plan.sources[source]?.title });
  });
});
