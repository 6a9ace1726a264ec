import { linkedDraftsOf } from '../../links/linked-drafts.js';
import type { Core } from '../core.js';
import { rowTitle } from '../row-title.js';
import type { LinkView } from '../views.js';
import { own, word } from '../words.js';

/** The dossiers that go with this one. */
export function showLinks(core: Core): readonly LinkView[] {
  if (Object.keys(core.plan.links ?? {}).length === 0) return [];
  const now = core.ports.clock.now().toISOString();
  return linkedDraftsOf(core.model, now).map(({ link, row, procedure, file, verdict }) => ({
    name: link,
    row,
    label: word(core, own(core.texts.links ?? {}, link)?.label, namedBy(core, row)) || link,
    procedure,
    file,
    mayBe: verdict === 'unknown',
  }));
}

function namedBy(core: Core, row: string | undefined): Readonly<Record<string, string>> {
  if (row === undefined) return {};
  const at = row.lastIndexOf('/');
  return { row: rowTitle(core, row.slice(0, at), row.slice(at + 1)) };
}
