import type { FieldPlan } from '@guichet/procedure';
import { isOffPaper } from '@guichet/procedure';

const always: ReadonlySet<string> = new Set(['type', 'enum', 'const', 'maxLength', 'maxItems']);

/**
 * Whether a fault stops a filing (R13, closed list): type, enum, const, the safety
 * limits, the format of something read off a paper, what may not be left out, or a
 * rule whose block has a source. Everything else is said and filed along.
 */
export function stopsFiling(
  field: FieldPlan | undefined,
  code: string,
  params: Readonly<Record<string, unknown>>,
): boolean {
  if (code === 'required') return field?.mustKnow !== undefined;
  if (always.has(code) || field?.blocks !== undefined) return true;
  return code === 'format' && isOffPaper(String(params['format']));
}
