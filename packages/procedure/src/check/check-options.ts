import type { Workspace } from '../read/workspace.js';
import type { LeafSchema } from '../types/field.js';
import type { Plan } from '../types/plan.js';
import { placeOfQuestion } from './rules/place-of-question.js';

/**
 * Holds each choice to what a page can draw and a text can name. Reports `unlisted-values` for a list of values that
 * gives none to tick, and `bad-option` for an option that is no single value or reads like another one.
 */
export function checkOptions(workspace: Workspace, plan: Plan): void {
  for (const [pointer, { kind, schema, lookup }] of Object.entries(plan.fields)) {
    if ((kind !== 'choice' && kind !== 'many-choices') || lookup) continue;
    const options = optionsOf(schema);
    const place = () => placeOfQuestion(workspace, pointer);
    if (options.length === 0) workspace.report(place(), unlisted(pointer));
    const bad = badOptions(options)[0];
    if (bad !== undefined) workspace.report(place(), badOption(pointer, bad));
  }
}

function optionsOf(schema: LeafSchema): readonly unknown[] {
  if (schema.enum) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  return schema.items ? optionsOf(schema.items) : [];
}

function badOptions(options: readonly unknown[]): readonly unknown[] {
  const read = new Set<string>();
  return options.filter((option) => {
    const isBad = typeof option === 'object' || read.has(String(option));
    read.add(String(option));
    return isBad;
  });
}

const unlisted = (pointer: string) => ({
  rule: 'unlisted-values',
  message: `"${pointer}" takes several values and lists none, so a person would have nothing to tick.`,
  fix: 'Give its "items" an "enum"; for values that people write themselves, ask a repeating group with one question.',
});
const badOption = (pointer: string, option: unknown) => ({
  rule: 'bad-option',
  message: `The option ${JSON.stringify(option)} of "${pointer}" cannot be told from others, or is not one value: a person could not pick it.`,
  fix: 'Write each option once, as a text, a number, true or false.',
});
