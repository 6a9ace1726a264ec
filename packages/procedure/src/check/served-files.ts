import { canonicalJson } from '../canonical/canonical-json.js';
import { formPlanOf } from '../served/form-plan.js';
import { splitTexts } from '../served/split-texts.js';
import type { Published } from '../types/published.js';

/**
 * The folder that `<guichet-form src>` reads: `plan.json` and `texts.<lang>.json`, all that a form needs;
 * `texts.<lang>.after.json`, the words of what follows filing; and `meta.json`, tiny, with the hashes of the
 * whole plan and of each whole bundle, which tell the version.
 */
export function servedFiles(published: Published): Readonly<Record<string, string>> {
  const { id, version, planHash, plan, texts } = published;
  const hashes = Object.fromEntries(Object.entries(texts).map(([lang, { hash }]) => [lang, hash]));
  const meta = { id, version, planHash, languages: plan.languages, texts: hashes };
  const files: Record<string, string> = {
    'meta.json': canonicalJson(meta),
    'plan.json': canonicalJson(formPlanOf(plan)),
  };
  for (const [lang, { bundle }] of Object.entries(texts)) {
    const { form, after } = splitTexts(bundle);
    files[`texts.${lang}.json`] = canonicalJson(form);
    files[`texts.${lang}.after.json`] = canonicalJson(after);
  }
  return files;
}
