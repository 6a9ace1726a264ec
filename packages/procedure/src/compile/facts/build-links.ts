import { entriesOf, isObject, type Json } from '../../read/shapes.js';
import type { LinkPlan } from '../../types/facts.js';
import type { Plan } from '../../types/plan.js';
import { leavesOf, type Outline } from '../outline.js';
import { compact, type FactReader, namedObjects } from './fact-reader.js';
import { linkedOutline } from './linked-outline.js';

/**
 * The dossiers that go with this one. Reports `unknown-procedure`, `link-each`, `unknown-pointer` for what is
 * not asked here, `carried-nowhere` for what is not asked there, and `confidential-carried`.
 */
export function buildLinks(reader: FactReader, authored: unknown): Pick<Plan, 'links'> {
  const links = namedObjects(authored).map(([name, link]) => [name, buildLink(reader, name, link)]);
  return links.length > 0 ? { links: Object.fromEntries(links) as Plan['links'] & object } : {};
}

function buildLink(reader: FactReader, name: string, link: Json): LinkPlan {
  reader.checkSource(link);
  const procedure = String(link['procedure']);
  const each = groupOf(reader, name, link);
  const row = each && `${each}/*`;
  const there = linkedOutline(reader.workspace, reader.outline, procedure);
  if (there === undefined) reader.report(link, 'procedure', unknownProcedure(name, procedure));
  return compact({
    each,
    when: reader.condition(link, 'when', row),
    procedure,
    carry: carryOf(reader, link['carry'], row, there),
    file: link['file'] === 'together' ? 'together' : 'apart',
    source: String(link['source']),
  }) as LinkPlan;
}

function groupOf(reader: FactReader, name: string, link: Json): string | undefined {
  const each = link['each'];
  if (each === undefined) return undefined;
  if (reader.outline.nodes.get(String(each))?.is === 'group') return String(each);
  reader.report(link, 'each', {
    rule: 'link-each',
    message: `"${name}" is offered for each row of "${String(each)}", which has no rows: it would be offered to nobody.`,
    fix: 'Name a repeating group: an array of objects in data.schema.json.',
  });
  return undefined;
}

function carryOf(
  reader: FactReader,
  carry: unknown,
  row: string | undefined,
  there: Outline | undefined,
): Readonly<Record<string, string>> {
  if (!isObject(carry)) return {};
  const kept = entriesOf(carry).filter(([from, to]) => {
    const known = isKnown(reader, carry, from, row);
    if (known) checkOpen(reader, carry, from, row);
    if (there && !there.nodes.has(String(to)))
      reader.report(carry, from, nowhere(from, String(to)));
    return known && typeof to === 'string';
  });
  return Object.fromEntries(kept) as Readonly<Record<string, string>>;
}

function isKnown(reader: FactReader, carry: Json, from: string, row: string | undefined): boolean {
  if (from === '.') return row !== undefined || missingRow(reader, carry, from);
  const known = new Set(reader.outline.nodes.keys());
  return reader.checkName(
    reader.workspace.placeOfKey(carry, from),
    'pointer',
    inFull(from, row),
    known,
  );
}

/** The pattern of what is carried; a pointer of the row where there is none names nothing. */
function inFull(from: string, row = ''): string {
  if (from === '.') return row;
  return from.startsWith('./') ? row + from.slice(1) : from;
}

function missingRow(reader: FactReader, carry: Json, from: string): false {
  reader.report(carry, from, {
    rule: 'link-each',
    message: '"." is the whole row, and this is offered for no row: nothing would be carried.',
    fix: 'Add "each", or name what is carried.',
  });
  return false;
}

/** What is confidential is asked again there: another dossier may have other readers. */
function checkOpen(reader: FactReader, carry: Json, from: string, row: string | undefined): void {
  const leaves = leavesOf(reader.outline, inFull(from, row));
  if (!leaves.some((leaf) => reader.outline.fields[leaf]?.confidential)) return;
  reader.report(carry, from, {
    rule: 'confidential-carried',
    severity: 'warning',
    message: `"${from}" holds what is confidential, which is not carried: another dossier may be read by others. It will be asked again.`,
    fix: 'Name only what is to be carried, so that nobody counts on it.',
  });
}

const unknownProcedure = (name: string, procedure: string) => ({
  rule: 'unknown-procedure',
  message: `"${name}" opens "${procedure}", which is no procedure beside this one: the person would be led nowhere.`,
  fix: 'Write the id of a procedure, the name of its folder.',
});
const nowhere = (from: string, to: string) => ({
  rule: 'carried-nowhere',
  message: `"${from}" is carried to "${to}", which is not asked there: the person would have to say it again.`,
  fix: 'Name a question, or an object of questions, of the other procedure.',
});
