import type { Workspace } from '../../read/workspace.js';
import { isObject, itemsOf } from '../../read/shapes.js';
import type { Plan } from '../../types/plan.js';
import { formats } from '../../formats/check-format.js';
import { patternFault } from './pattern-fault.js';

/** Length assumed for a text that nothing bounds; it is reported as unbounded elsewhere. */
const unbounded = 10_000;

/** Reports `unsafe-pattern`: every pattern of the plan is held to the linear-safe subset (threats: T15). */
export function checkPatterns(workspace: Workspace, plan: Plan): void {
  const lengths = Object.values(plan.fields).map((field) => lengthOf(field.schema));
  const longest = Math.max(0, ...lengths);
  const own = [`${workspace.id}/`, 'shared/'];
  const files = workspace
    .paths()
    .filter((file) => isRead(file) && own.some((at) => file.startsWith(at)));
  for (const file of files) visit(workspace, workspace.read(file), longest);
}

function isRead(file: string): boolean {
  return /(\.schema|\/flow|\/procedure|\/pieces)\.json$/.test(file);
}

/** Each object that has a `pattern`, with the length its own `maxLength` gives or the longest of the plan. */
function visit(workspace: Workspace, value: unknown, longest: number): void {
  if (Array.isArray(value))
    return itemsOf(value).forEach((item) => visit(workspace, item, longest));
  if (!isObject(value)) return;
  const pattern = value['pattern'];
  if (typeof pattern === 'string') {
    const own = Number(value['maxLength'] ?? Math.min(longest, 1000));
    const fault = patternFault(pattern, own);
    if (fault) {
      workspace.report(workspace.placeOf(value, 'pattern'), {
        rule: 'unsafe-pattern',
        message: `${fault} A text made on purpose could freeze a page or the service.`,
        fix: 'Write a plain sequence: classes, bounded repetitions, no group repeated around a repetition or a choice.',
      });
    }
  }
  for (const inner of Object.values(value)) visit(workspace, inner, longest);
}

function lengthOf(schema: { maxLength?: number; format?: string }): number {
  if (schema.maxLength !== undefined) return schema.maxLength;
  return schema.format === undefined ? 0 : (formats[schema.format]?.maxLength ?? unbounded);
}
