import { member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Mount } from '../schema/schema.js';
import { type Gathered, sharedFileOf } from './gather-words.js';
import type { NeededWord } from './needed-words.js';
import type { Words } from './read-texts.js';

/** Words that all procedures share are missing in a shared file, not in this procedure's. */
const sharedSections: Readonly<Record<string, string>> = {
  ui: 'interface',
  states: 'lifecycle',
  clocks: 'lifecycle',
  attestations: 'lifecycle',
  events: 'lifecycle',
};

/** Reports each needed message that a language lacks, at the place where it should be written. */
export function reportMissing(
  workspace: Workspace,
  gathered: Gathered & { readonly lang: string },
  wanted: {
    readonly words: Words;
    readonly needed: readonly NeededWord[];
    readonly mounts: readonly Mount[];
  },
): void {
  const { lang, own, ownFile } = gathered;
  if (own === undefined && !workspace.has(ownFile)) {
    workspace.report(
      workspace.placeOf(workspace.read(`${workspace.id}/procedure.json`), 'languages'),
      {
        rule: 'missing-language',
        message: `"${lang}" is declared but ${ownFile} does not exist: its readers would get another language.`,
        fix: `Write ${ownFile}, or remove "${lang}" from "languages".`,
      },
    );
    return;
  }
  for (const { path, seen } of wanted.needed) {
    if (isThere(wanted.words, path)) continue;
    const file = fileOf(workspace, lang, path, wanted.mounts) ?? ownFile;
    const holder = file === ownFile ? deepest(own, path) : undefined;
    const at = holder === undefined ? { file, offset: 0 } : workspace.placeOf(holder);
    workspace.report(at, {
      rule: 'missing-text',
      message: `${path.join(' → ')} is missing in "${lang}": ${seen}, a person would read another language or a bare name.`,
      fix: `Add it to ${file}.`,
    });
  }
}

function isThere(words: Words, path: readonly string[]): boolean {
  let found: unknown = words;
  for (const key of path) found = member(found, key);
  return typeof found === 'string' || Array.isArray(found);
}

/** The innermost object of the procedure's own file on the way to the missing message. */
function deepest(own: unknown, path: readonly string[]): unknown {
  let found = own;
  for (const key of path) {
    const inner = member(found, key);
    if (typeof inner !== 'object' || inner === null) break;
    found = inner;
  }
  return found;
}

function fileOf(
  workspace: Workspace,
  lang: string,
  path: readonly string[],
  mounts: readonly Mount[],
): string | undefined {
  const [section = '', key = ''] = path;
  const shared = sharedSections[section];
  if (shared !== undefined) return sharedFileOf(workspace, lang, shared);
  if (section !== 'fields' && section !== 'groups') return undefined;
  const inside = mounts.filter(({ pointer }) => key === pointer || key.startsWith(`${pointer}/`));
  const [nearest] = inside.sort((a, b) => b.pointer.length - a.pointer.length);
  return nearest && sharedFileOf(workspace, lang, nearest.block);
}
