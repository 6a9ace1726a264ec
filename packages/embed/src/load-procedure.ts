import { joinTexts, type AfterTexts, type FormPlan, type Texts } from '@guichet/procedure';
import { fetchOnce } from './early.js';
import { folderUrl } from './folder-url.js';

/** What `meta.json` of a published folder says. */
export interface ProcedureMeta {
  readonly id: string;
  readonly version: string;
  readonly planHash: string;
  /** The reference language first; absent, the order of `texts`. */
  readonly languages?: readonly string[];
  /** Language → hash of its texts bundle. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A published procedure as a page needs it. */
export interface LoadedProcedure {
  readonly meta: ProcedureMeta;
  readonly plan: FormPlan;
  /** What a form says until it is filed. */
  readonly texts: Texts;
  readonly languages: readonly string[];
  /** Every word in a language, what follows filing included. */
  loadTexts(lang: string): Promise<Texts>;
  /** The plan of a version before, where the same folder still serves it. Never rejects. */
  olderPlan(version: string): Promise<FormPlan | undefined>;
}

/**
 * Loads the folder that `src` names: facts, structure and words in one language, asked for together.
 *
 * A language the procedure does not speak gives its reference language: a page in an unforeseen
 * language must still work. Throws when the folder cannot be read.
 */
export async function loadProcedure(src: string, lang: string): Promise<LoadedProcedure> {
  const folder = folderUrl(src);
  const hoped = load<Texts>(folder, `texts.${lang}.json`).catch(() => undefined);
  const [meta, plan] = await Promise.all([
    load<ProcedureMeta>(folder, 'meta.json'),
    load<FormPlan>(folder, 'plan.json'),
  ]);
  const languages = meta.languages ?? Object.keys(meta.texts);
  const spoken = languages.includes(lang) ? lang : (languages[0] ?? lang);
  const texts =
    (spoken === lang ? await hoped : undefined) ??
    (await load<Texts>(folder, `texts.${spoken}.json`));
  return {
    meta,
    plan,
    texts,
    languages,
    olderPlan: (version) =>
      load<FormPlan>(folder, `${encodeURIComponent(version)}/plan.json`).catch(() => undefined),
    loadTexts: (wanted) => loadWhole(folder, wanted, wanted === texts.lang ? texts : undefined),
  };
}

/** A folder made by an older compiler has every word in one file. */
async function loadWhole(folder: URL, lang: string, known: Texts | undefined): Promise<Texts> {
  const form = known ?? (await load<Texts>(folder, `texts.${lang}.json`));
  if (Object.keys(form.states).length > 0) return form;
  return joinTexts(form, await load<AfterTexts>(folder, `texts.${lang}.after.json`));
}

async function load<T>(folder: URL, name: string): Promise<T> {
  const response = await fetchOnce(new URL(name, folder));
  if (!response.ok) {
    throw new Error(`${name} of the procedure at ${folder.pathname} answers ${response.status}.`);
  }
  return (await response.json()) as T;
}
