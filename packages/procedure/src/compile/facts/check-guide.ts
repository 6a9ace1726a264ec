import type { Json } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';

/** Facts about what is filed. */
const ofFiling: readonly string[] = [
  'window',
  'fees',
  'pieces',
  'parties',
  'links',
  'clocks',
  'channels',
  'contactPointers',
  'mandates',
  'attestations',
  'lifecycle',
];

/** Reports `guide-fact`: what a guide, which files nothing, would say to nobody. */
export function checkGuide(workspace: Workspace, procedure: Json): void {
  for (const key of ofFiling) {
    if (procedure[key] === undefined) continue;
    workspace.report(workspace.placeOfKey(procedure, key), {
      rule: 'guide-fact',
      message: `A guide files nothing, so "${key}" would say something that never happens.`,
      fix: `Remove "${key}", or remove "guide" if this is to be filed.`,
    });
  }
}
