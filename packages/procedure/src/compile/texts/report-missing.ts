import { member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Message } from '../../types/texts.js';
import type { Mount } from '../schema/schema.js';
import { type Gathered, sharedFileOf } from './gather-words.js';
import type { NeededWord } from './needed-words.js';
import { argumentsOf } from './parse-message.js';
import type { Words } from './read-texts.js';

/** Words that all procedures share are missing in a shared file, not in this procedure's, once any language has them. */
const sharedSections: Readonly<Record<string, string>> = {
  ui: 'interface',
  states: 'lifecycle',
  clocks: 'lifecycle',
  attestations: 'lifecycle',
  events: 'lifecycle',
};

/** Reports each needed message that a language lacks, or fills with what is not there, at the place where it is written. */
export function reportMissing(
  workspace: Workspace,
  gathered: Gathered & { readonly lang: string },
  wanted: {
    readonly words: Words;
    /** Words of the first language: what its messages are filled with is what the others may use. */
    readonly reference: Words;
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
    const message = messageAt(wanted.words, path);
    const reference = messageAt(wanted.reference, path);
    const stray = message && reference ? strayArgument(message, reference) : undefined;
    if (message !== undefined && stray === undefined) continue;
    const file = fileOf(workspace, lang, path, wanted.mounts) ?? ownFile;
    const holder = file === ownFile ? deepest(own, path) : undefined;
    const at = holder === undefined ? { file, offset: 0 } : workspace.placeOf(holder);
    if (stray !== undefined) {
      workspace.report(at, unknownArgument(path, lang, stray));
      continue;
    }
    workspace.report(at, {
      rule: 'missing-text',
      message: `${path.join(' → ')} is missing in "${lang}": ${seen}, a person would read another language or a bare name.`,
      fix: `Add it to ${file} under "${path[0] ?? ''}".`,
    });
  }
}

function messageAt(words: Words, path: readonly string[]): Message | undefined {
  let found: unknown = words;
  for (const key of path) found = member(found, key);
  return typeof found === 'string' || Array.isArray(found) ? (found as Message) : undefined;
}

function strayArgument(message: Message, reference: Message): string | undefined {
  const known = argumentsOf(reference);
  return [...argumentsOf(message)].find((name) => !known.has(name));
}

const unknownArgument = (path: readonly string[], lang: string, name: string) => ({
  rule: 'unknown-argument',
  message: `${path.join(' → ')} in "${lang}" asks for {${name}}, which the first language does not have: a person would read a gap.`,
  fix: 'Use the names that the first language uses.',
});

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

/** Whether some language has the word in its shared file; else it is this procedure's own, as its clocks are. */
function isSharedWord(workspace: Workspace, name: string, section: string, key: string): boolean {
  return workspace
    .paths()
    .filter((file) => file.startsWith('shared/texts/') && file.endsWith(`/${name}.json`))
    .some((file) => member(member(workspace.read(file), section), key) !== undefined);
}

function fileOf(
  workspace: Workspace,
  lang: string,
  path: readonly string[],
  mounts: readonly Mount[],
): string | undefined {
  const [section = '', key = ''] = path;
  const shared = sharedSections[section];
  if (shared !== undefined)
    return section === 'ui' || isSharedWord(workspace, shared, section, key)
      ? sharedFileOf(workspace, lang, shared)
      : undefined;
  if (section !== 'fields' && section !== 'groups') return undefined;
  const inside = mounts.filter(({ pointer }) => key === pointer || key.startsWith(`${pointer}/`));
  const [nearest] = inside.sort((a, b) => b.pointer.length - a.pointer.length);
  return nearest && sharedFileOf(workspace, lang, nearest.block);
}
