import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../canonical/canonical-json.js';
import type { Problem, ProcedureFiles } from '../types/problem.js';
import { publishedName } from './check-published.js';
import type { Published } from '../types/published.js';
import { checkAndCompile } from './check.js';

/** What `publish` did: the file it wrote, or the problems that stopped it. Warnings stop nothing. */
export interface PublishAnswer {
  readonly file?: string;
  readonly problems: readonly Problem[];
}

/**
 * Writes `<schemasDir>/<id>/published/<version>.json`. Refuses while `check` finds errors, and a changed
 * result under an unchanged version; the same result again changes nothing.
 */
export async function publish(files: ProcedureFiles, schemasDir: string): Promise<PublishAnswer> {
  const { published, problems } = await checkAndCompile(files);
  if (!published || problems.some((problem) => problem.severity === 'error')) {
    return { problems };
  }
  const name = publishedName(published);
  const file = path.join(schemasDir, name);
  if (!Object.hasOwn(files.files, name)) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, stableJson(published));
  }
  return { file, problems };
}

/** Canonical JSON with two spaces of indentation: diffs can be read, and the order never changes. */
function stableJson(published: Published): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(published)), null, 2)}\n`;
}
