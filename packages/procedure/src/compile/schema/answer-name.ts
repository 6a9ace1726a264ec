import type { Workspace } from '../../read/workspace.js';

/** Longest name of an answer. */
const longest = 64;

/**
 * Whether an answer may have this name. `*` and `_row` name rows; "/" and "~" would have to be escaped wherever a
 * pointer is written; what cannot be seen cannot be read by who mends the file.
 */
export function isUsableName(name: string): boolean {
  return name.length <= longest && name !== '_row' && /^[^\s/~*\p{C}@.][^/~*\p{C}]*$/u.test(name);
}

/** Reports `bad-name` for a name of `properties`, which is then left out. */
export function reportName(workspace: Workspace, properties: object, name: string): void {
  workspace.report(workspace.placeOfKey(properties, name), {
    rule: 'bad-name',
    message: `${JSON.stringify(name.slice(0, longest))} cannot name an answer: no page, text or condition could point to it.`,
    fix: `Use letters and digits, ${longest} at most: reportNumber. "_row", "*", "/" and "~" have meanings of their own.`,
  });
}
