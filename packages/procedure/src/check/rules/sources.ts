import type { Workspace } from '../../read/workspace.js';
import { isObject, itemsOf, type Json, member } from '../../read/shapes.js';
import type { Plan } from '../../types/plan.js';
import { placeOfQuestion } from './place-of-question.js';

/**
 * R12: the source of each requirement, window, fee, clock, threshold. An inner block may say it once for all
 * its questions.
 */
export function checkSources(workspace: Workspace, plan: Plan): void {
  const procedure = workspace.read(`${workspace.id}/procedure.json`);
  for (const fact of factsOf(procedure)) {
    if (typeof fact.value['source'] === 'string' || '$use' in fact.value) continue;
    workspace.report(workspace.placeOf(fact.value), finding(fact.name));
  }
  for (const [pointer, field] of Object.entries(plan.fields)) {
    if (field.required === undefined || known(plan, field.source)) continue;
    workspace.report(
      placeOfQuestion(workspace, pointer),
      finding(`The requirement of "${pointer}"`),
    );
  }
}

interface Fact {
  readonly name: string;
  readonly value: Json;
}

function factsOf(procedure: unknown): Fact[] {
  const one = (key: string, name: string) => named(name, member(procedure, key));
  const each = (key: string, name: string) =>
    Object.entries(asObject(member(procedure, key))).flatMap(([key_, value]) =>
      named(`${name} "${key_}"`, value),
    );
  return [
    ...one('window', 'The window'),
    ...one('privacy', 'The purpose of the data'),
    ...each('pieces', 'The piece'),
    ...each('clocks', 'The clock'),
    ...each('parties', 'The party'),
    ...each('links', 'The dossier that goes along'),
    ...itemsOf(member(procedure, 'fees')).flatMap((fee) => named('This fee', fee)),
    ...itemsOf(member(procedure, 'advice')).flatMap((advice) => named('This advice', advice)),
    ...Object.entries(asObject(member(procedure, 'values'))).flatMap(([name, periods]) =>
      itemsOf(periods).flatMap((period) => named(`The value "${name}"`, period)),
    ),
  ];
}

function named(name: string, value: unknown): Fact[] {
  return isObject(value) ? [{ name, value }] : [];
}

function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

function known(plan: Plan, source: string | undefined): boolean {
  return source !== undefined && Object.hasOwn(plan.sources, source);
}

const finding = (name: string) => ({
  rule: 'R12',
  message: `${name} names no source: nobody could check or contest it.`,
  fix: 'Add "source", the name of one of "sources" in procedure.json; in a data schema, in "guichet" of the question or of the object that holds it.',
});
