import { formPlanOf, splitTexts, type Published } from '@guichet/procedure';
import renewal from '../../../../schemas/student-permit-renewal/published/1.1.0.json';

/** The student renewal as it is published. */
export const published = renewal as unknown as Published;

/**
 * Answers `fetch` for a folder that holds a published procedure, as any file server would, and lets
 * the rest fail as it does when nobody is there. The answer puts the platform's own back.
 */
export function serveFolder(folder: string, served: Published): () => void {
  const own = globalThis.fetch;
  globalThis.fetch = async (input) => {
    const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const file = address.pathname.startsWith(folder) ? address.pathname.slice(folder.length) : '';
    const body = fileOf(served, file);
    if (body === undefined) throw new TypeError('Nobody answers here.');
    return Response.json(body);
  };
  return () => {
    globalThis.fetch = own;
  };
}

function fileOf(served: Published, file: string): unknown {
  const { id, version, planHash, plan, texts } = served;
  if (file === 'plan.json') return formPlanOf(plan);
  if (file === 'meta.json') {
    const hashes = Object.entries(texts).map(([lang, { hash }]) => [lang, hash]);
    return { id, version, planHash, languages: plan.languages, texts: Object.fromEntries(hashes) };
  }
  const [, lang = '', after] = /^texts\.(.+?)(\.after)?\.json$/.exec(file) ?? [];
  const bundle = texts[lang]?.bundle;
  return bundle && splitTexts(bundle)[after ? 'after' : 'form'];
}
