/** What a page loads of a published procedure, as text by name. */
import { canonicalJson, formPlanOf, splitTexts } from '@guichet/procedure';

export function servedParts({ plan, texts }) {
  const { form, after } = splitTexts(texts.fr.bundle);
  return {
    'plan.json': canonicalJson(formPlanOf(plan)),
    'texts.fr.json': canonicalJson(form),
    'texts.fr.after.json': canonicalJson(after),
  };
}
