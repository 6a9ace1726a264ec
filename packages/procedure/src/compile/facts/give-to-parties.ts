import { member, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { PartyPlan, PiecePlan } from '../../types/facts.js';
import type { FieldPlan } from '../../types/field.js';
import type { GroupPlan } from '../../types/plan.js';

/** The parts of a plan that a party may be asked for. */
export interface Given {
  readonly fields: Readonly<Record<string, FieldPlan>>;
  readonly groups: Readonly<Record<string, GroupPlan>>;
  readonly pieces: Readonly<Record<string, PiecePlan>>;
}

/**
 * Fields, groups and pieces with the name of the party who gives them. Reports `given-twice`, `unknown-piece`
 * and `party-cannot-tell`.
 */
export function giveToParties(
  workspace: Workspace,
  parties: Readonly<Record<string, PartyPlan>>,
  plan: Given,
): Given {
  const giver = new Giver(workspace);
  for (const [name, party] of Object.entries(parties)) {
    for (const pointer of party.answers ?? []) giver.give('answers', name, pointer);
    for (const piece of party.gives ?? []) giver.givePiece(name, party, piece, plan);
  }
  const withParty = <T extends { readonly by?: string }>(parts: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => {
        const by = giver.by.get(name);
        return [name, by === undefined ? part : { ...part, by }];
      }),
    );
  return {
    fields: withParty(plan.fields),
    groups: withParty(plan.groups),
    pieces: withParty(plan.pieces),
  };
}

/** Pointers start with a slash and names of pieces do not: both fit in one table. */
class Giver {
  readonly by = new Map<string, string>();
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  give(key: 'answers' | 'gives', party: string, what: string): void {
    const other = this.by.get(what);
    if (other === undefined) this.by.set(what, party);
    else if (other !== party) this.workspace.report(this.at(party, key), twice(what, other, party));
  }

  givePiece(
    party: string,
    { sees = [], answers = [] }: PartyPlan,
    name: string,
    plan: Given,
  ): void {
    const piece = Object.hasOwn(plan.pieces, name) ? plan.pieces[name] : undefined;
    if (!piece) return this.workspace.report(this.at(party, 'gives', name), unknownPiece(name));
    const named = namedBy(piece, plan);
    if (named !== undefined && ![...sees, ...answers].includes(named))
      this.workspace.report(this.at(party, 'gives', name), cannotTell(party, name, named));
    this.give('gives', party, name);
  }

  private at(party: string, key: string, item?: string) {
    const procedure = this.workspace.read(`${this.workspace.id}/procedure.json`);
    const listed = member(member(member(procedure, 'parties'), party), key);
    const index = item === undefined ? -1 : textsOf(listed).indexOf(item);
    return index < 0
      ? this.workspace.placeOf(listed)
      : this.workspace.placeOf(listed, String(index));
  }
}

/** The answer that tells one instance of a piece from another. */
function namedBy({ each, oncePer }: PiecePlan, { groups }: Given): string | undefined {
  if (each === undefined) return undefined;
  const answer = oncePer ?? groups[each]?.title;
  return answer === undefined ? undefined : `${each}/*${answer.slice(1)}`;
}

const twice = (what: string, one: string, other: string) => ({
  rule: 'given-twice',
  message: `"${what}" is asked of "${one}" and of "${other}": each could undo what the other said.`,
  fix: 'Ask one of them.',
});
const unknownPiece = (name: string) => ({
  rule: 'unknown-piece',
  message: `"${name}" is no piece of this procedure, so nothing would be asked of them.`,
  fix: 'Define it under "pieces", or correct its name.',
});
const cannotTell = (party: string, piece: string, pointer: string) => ({
  rule: 'party-cannot-tell',
  message: `"${party}" is asked for "${piece}" once for each row, and may not see "${pointer}", which tells them apart.`,
  fix: `Add "${pointer}" to what they see, or ask the holder for this piece.`,
});
