import { canonicalJson } from '../canonical/canonical-json.js';
import type { Workspace } from '../read/workspace.js';
import type { Published } from '../types/published.js';

/** Path below `schemas` of a published version. */
export function publishedName(published: Pick<Published, 'id' | 'version'>): string {
  return `${published.id}/published/${published.version}.json`;
}

/** Reports `published-changed`: a version once published never changes, since dossiers are pinned to it. */
export function checkPublished(workspace: Workspace, published: Published): void {
  const file = publishedName(published);
  if (!workspace.has(file) || isSame(workspace.text(file), published)) return;
  const procedure = workspace.read(`${workspace.id}/procedure.json`);
  workspace.report(workspace.placeOf(procedure, 'version'), {
    rule: 'published-changed',
    message: `Version ${published.version} was published and would no longer be the same: a dossier filed under it could not be read as it was.`,
    fix: 'Raise "version", then publish it; a published file is never edited.',
  });
}

function isSame(text: string, published: Published): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(published);
  } catch {
    return false;
  }
}
