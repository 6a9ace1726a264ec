import { Workspace } from '../../read/workspace.js';
import { buildOutline } from '../build-outline.js';
import type { Outline } from '../outline.js';
import { collectFacts } from '../schema/collect-facts.js';
import { inlineRefs } from '../schema/inline-refs.js';
import { lowerSchema } from '../schema/lower-schema.js';

/**
 * The questions of another procedure, or of this one under its own id; undefined when there is no such folder.
 * Its problems are its own: they are reported when it is checked.
 */
export function linkedOutline(
  workspace: Workspace,
  own: Outline,
  procedure: string,
): Outline | undefined {
  if (procedure === workspace.id) return own;
  const path = `${procedure}/data.schema.json`;
  if (!workspace.has(path)) return undefined;
  const files = Object.fromEntries(workspace.paths().map((file) => [file, workspace.text(file)]));
  const other = new Workspace({ id: procedure, files });
  const inlined = inlineRefs(other, path);
  if (!inlined) return undefined;
  const forbidding = lowerSchema(other, inlined.schema);
  return buildOutline(other, collectFacts(other, inlined.schema, forbidding));
}
