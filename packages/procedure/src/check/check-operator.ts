import { Workspace } from '../read/workspace.js';
import { sortProblems } from '../compile/compile.js';
import { isObject } from '../read/shapes.js';
import type { Problem } from '../types/problem.js';
import { checkShape } from './shape/check-shapes.js';

/**
 * Every problem of an `operator.json`: under `administration`, each mention that a receipt must carry
 * (CRPA R. 112-11-1) has to be there; the time zone has to exist.
 *
 * @param file name to show in the problems
 */
export function checkOperator(text: string, file: string): readonly Problem[] {
  const workspace = new Workspace({ id: file, files: { [file]: text } });
  checkShape(workspace, file, 'operator');
  const operator = workspace.read(file);
  if (isObject(operator) && typeof operator['timeZone'] === 'string') {
    checkZone(workspace, operator, operator['timeZone']);
  }
  return sortProblems(workspace.problems);
}

function checkZone(workspace: Workspace, operator: object, zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    workspace.report(workspace.placeOf(operator, 'timeZone'), {
      rule: 'unknown-zone',
      message: `"${zone}" is not a time zone, so no last day could be computed.`,
      fix: 'Write an IANA name such as Europe/Paris.',
    });
  }
}
