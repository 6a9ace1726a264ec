import { entriesOf, isObject, member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Mount } from '../schema/schema.js';
import { overlay, readTexts, type Words } from './read-texts.js';

/** Shared words that every procedure gets. */
const commonFiles: readonly string[] = ['interface', 'explanations', 'lifecycle', 'pieces'];

/** All words of one language: common, then blocks where they are mounted, then the procedure's own. */
export interface Gathered {
  readonly words: Words;
  /** The procedure's own file, for findings. */
  readonly own: Words | undefined;
  readonly ownFile: string;
}

/**
 * Gathers the words of one language. A block's words are mounted at each pointer where it stands, an outer
 * block over the blocks inside it, the procedure's own over all.
 */
export function gatherWords(
  workspace: Workspace,
  lang: string,
  mounts: readonly Mount[],
): Gathered {
  let words: Words = {};
  for (const name of commonFiles) {
    words = overlay(words, readShared(workspace, lang, name) ?? {});
  }
  const innerFirst = [...mounts].sort((a, b) => depthOf(b.pointer) - depthOf(a.pointer));
  for (const { pointer, block } of innerFirst) {
    const read = readShared(workspace, lang, block);
    if (read) words = overlay(words, mountAt(pointer, read));
  }
  const ownFile = `${workspace.id}/texts/${lang}.json`;
  const own = readTexts(workspace, ownFile);
  return { words: overlay(words, own ?? {}), own, ownFile };
}

/** The file of shared words of a name: the language's own, else its base language's (`fr-x-plain` → `fr`). */
export function sharedFileOf(workspace: Workspace, lang: string, name: string): string {
  const file = `shared/texts/${lang}/${name}.json`;
  const base = `shared/texts/${lang.split('-')[0] ?? lang}/${name}.json`;
  return !workspace.has(file) && workspace.has(base) ? base : file;
}

function readShared(workspace: Workspace, lang: string, name: string): Words | undefined {
  return readTexts(workspace, sharedFileOf(workspace, lang, name));
}

function mountAt(pointer: string, block: Words): Words {
  const made: Record<string, unknown> = { ...block };
  for (const section of ['fields', 'groups']) {
    if (!isObject(block[section])) continue;
    made[section] = Object.fromEntries(
      entriesOf(member(block, section)).map(([key, value]) => [`${pointer}${key}`, value]),
    );
  }
  return made;
}

function depthOf(pointer: string): number {
  return pointer.split('/').length;
}
