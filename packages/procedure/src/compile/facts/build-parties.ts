import { readsOfCondition } from '../../conditions/reads-of.js';
import type { Json } from '../../read/shapes.js';
import { textsOf } from '../../read/shapes.js';
import type { PartyPlan } from '../../types/facts.js';
import { leavesOf } from '../outline.js';
import { compact, type FactReader, namedObjects } from './fact-reader.js';

/**
 * The others who have a place in the dossier. Reports `representative-without-end`, `party-asks-itself`
 * and `confidential-seen`.
 */
export function buildParties(reader: FactReader, authored: unknown): Record<string, PartyPlan> {
  return Object.fromEntries(
    namedObjects(authored).map(([name, party]) => [name, buildParty(reader, name, party)]),
  );
}

function buildParty(reader: FactReader, name: string, party: Json): PartyPlan {
  reader.checkSource(party);
  const when = reader.condition(party, 'when');
  const answers = withRows(reader, reader.pointers(party, 'answers'));
  const sees = withRows(reader, reader.pointers(party, 'sees'));
  const gives = textsOf(party['gives']);
  if (party['as'] === 'representative' && party['until'] === undefined)
    reader.report(party, 'as', withoutEnd(name));
  const own = [...readsOfCondition(when)].find((read) => answers?.includes(read));
  if (own !== undefined) reader.report(party, 'when', asksItself(name, own));
  for (const [n, pointer] of textsOf(party['sees']).entries())
    if (leavesOf(reader.outline, pointer).some((leaf) => isConfidential(reader, leaf)))
      reader.report(party['sees'] as Json, String(n), confidentialSeen(name, pointer));
  return compact({
    as: party['as'] as PartyPlan['as'],
    when: when ?? { all: [] },
    until: reader.moment(party, 'until'),
    answers,
    sees: sees?.filter((pointer) => !isConfidential(reader, pointer)),
    gives: gives.length > 0 ? gives : undefined,
    source: String(party['source']),
  }) as PartyPlan;
}

/** A group stands for all that is asked in its rows. */
function withRows(
  { outline }: FactReader,
  pointers: readonly string[] | undefined,
): readonly string[] | undefined {
  if (pointers === undefined) return undefined;
  const inside = (pointer: string): string[] =>
    outline.groups[pointer] === undefined
      ? [pointer]
      : [pointer, ...leavesOf(outline, `${pointer}/*`).flatMap(inside)];
  return [...new Set(pointers.flatMap(inside))];
}

function isConfidential({ outline }: FactReader, pointer: string): boolean {
  return outline.fields[pointer]?.confidential === true;
}

const withoutEnd = (name: string) => ({
  rule: 'representative-without-end',
  message: `"${name}" would decide for the holder for ever: nothing says when the holder decides alone.`,
  fix: 'Add "until": the last day of that place, such as { "from": "/person/birth", "add": "P18Y" }.',
});
const asksItself = (name: string, pointer: string) => ({
  rule: 'party-asks-itself',
  message: `Whether "${name}" is asked depends on "${pointer}", which only they answer: they would never be asked.`,
  fix: 'Let "when" read what the holder answers.',
});
const confidentialSeen = (name: string, pointer: string) => ({
  rule: 'confidential-seen',
  message: `"${name}" would be shown "${pointer}", which is confidential: it reaches the holder and the officer, nobody else.`,
  fix: 'Take it out of "sees", or what is confidential out of it.',
});
