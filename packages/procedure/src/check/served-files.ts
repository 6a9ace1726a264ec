import { canonicalJson } from '../canonical/canonical-json.js';
import type { Published } from '../types/published.js';

/**
 * The folder that `<guichet-form src>` reads: `plan.json`, `texts.<lang>.json`, and `meta.json`, tiny, with
 * the hashes that tell which version they are.
 */
export function servedFiles(published: Published): Readonly<Record<string, string>> {
  const { id, version, planHash, plan, texts } = published;
  const hashes = Object.fromEntries(Object.entries(texts).map(([lang, { hash }]) => [lang, hash]));
  const meta = { id, version, planHash, languages: plan.languages, texts: hashes };
  const files: Record<string, string> = {
    'meta.json': canonicalJson(meta),
    'plan.json': canonicalJson(plan),
  };
  for (const [lang, { bundle }] of Object.entries(texts)) {
    files[`texts.${lang}.json`] = canonicalJson(bundle);
  }
  return files;
}
