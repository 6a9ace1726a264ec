import { member } from '../read/shapes.js';
import { Workspace } from '../read/workspace.js';
import type { ProcedureFiles } from '../types/problem.js';

/** Whether a folder is a procedure without filing; false when its procedure.json cannot be read. */
export function isGuide(files: ProcedureFiles): boolean {
  return member(new Workspace(files).read(`${files.id}/procedure.json`), 'guide') === true;
}
