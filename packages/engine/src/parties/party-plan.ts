import type { Condition, FormPlan, PiecePlan, Pointer, StepPlan } from '@guichet/procedure';
import type { Draft } from '../draft.js';
import { pagesOf, type Page } from '../flow/pages.js';
import { walkerOf } from '../flow/walk-flow.js';
import { evaluate } from '../interpreter/evaluate.js';
import { askedPieces } from '../judge/pieces.js';
import { contentOf } from '../model/content.js';
import { createModel } from '../model/create-model.js';
import type { Days, Model } from '../model/model.js';
import { partyAsked } from '../model/party.js';
import { instancesOf } from '../model/instances.js';
import { isShown, visibilityOf } from '../model/visibility.js';
import { partyReach, type PartyReach } from './party-reach.js';

/** Who gave what a party is only shown: a name that no author can write. */
const holder = '@holder';

/**
 * The plan as one party has it on a day: the pages that hold something of theirs, what they may see as read, and
 * nothing else. What decides whether they are asked is settled here, from the whole draft, since they may not
 * read it; so the plan and `partyDraft` are all that has to leave. A party that is not asked gets no page.
 */
export function partyPlan(plan: FormPlan, party: string, draft: Draft, days: Days): FormPlan {
  const model = createModel(plan, contentOf(draft), days);
  const reach = partyReach(plan, party);
  if (!reach || partyAsked(model, party) !== 'true') return emptied(plan);
  const cut = new Cut(model, party, reach);
  const { fields, groups, pieces } = cut;
  const steps = cut.steps(pagesOf(model, walkerOf(plan, (guard) => isTrue(model, guard))()));
  const kept = new Set([...Object.keys(fields), ...Object.keys(groups), 'today', 'filing']);
  return {
    ...emptied(plan),
    fields,
    groups,
    pieces,
    activity: plan.activity.filter((pattern) => kept.has(pattern)),
    readers: readersOf(plan, kept, pieces),
    ...steps,
    values: plan.values,
    parties: { [holder]: { as: 'representative', when: { all: [] }, source: '' } },
  };
}

function emptied(plan: FormPlan): FormPlan {
  const { window: _, links: __, ...rest } = plan;
  return {
    ...rest,
    fields: {},
    groups: {},
    activity: [],
    readers: {},
    steps: { review: { kind: 'review', sections: [] } },
    flow: { id: plan.flow.id, initial: 'review', states: { review: {} } },
    pieces: {},
    values: {},
    fees: [],
    advice: [],
    parties: {},
    clocks: {},
  };
}

function isTrue(model: Model, condition: Condition, owner = ''): boolean {
  return evaluate(condition, model.scope, owner) === 'true';
}

/** What is left of a plan for one party. */
class Cut {
  readonly fields: FormPlan['fields'];
  readonly groups: FormPlan['groups'];
  readonly pieces: FormPlan['pieces'];
  private readonly model: Model;
  private readonly reach: PartyReach;

  constructor(model: Model, party: string, reach: PartyReach) {
    this.model = model;
    this.reach = reach;
    this.fields = this.settle(model.plan.fields);
    this.groups = this.settle(model.plan.groups);
    this.pieces = piecesOf(model, party);
  }

  /** Pages in today's order, with what is theirs; what they may only see stands before it, on the first. */
  steps(pages: readonly Page[]): Pick<FormPlan, 'steps' | 'flow'> {
    const names = [...new Set(pages.map(({ name }) => name))];
    const own = names.filter((name) => this.hasOwn(this.model.plan.steps[name]));
    const seen = names
      .filter((name) => !own.includes(name))
      .flatMap((name) => this.itemsOf(this.model.plan.steps[name]));
    const made = own.map((name, n): [string, StepPlan] => {
      const step = this.model.plan.steps[name] as StepPlan;
      const first = n === 0 && seen.length > 0 ? [{ key: null, items: seen }] : [];
      return [name, { ...step, sections: [...first, ...this.sectionsOf(step)] }];
    });
    made.push(['review', { kind: 'review', sections: [] }]);
    const states = made.map(([name], n) => {
      const next = made[n + 1]?.[0];
      return [name, next === undefined ? {} : { on: { NEXT: next } }];
    });
    return {
      steps: Object.fromEntries(made),
      flow: {
        id: this.model.plan.flow.id,
        initial: made[0]?.[0] ?? 'review',
        states: Object.fromEntries(states) as FormPlan['flow']['states'],
      },
    };
  }

  private hasOwn(step: StepPlan | undefined): boolean {
    if (step?.kind === 'pieces') return Object.keys(this.pieces).length > 0;
    return this.itemsOf(step).some((item) => this.isOwn(item));
  }

  /** Theirs, or a group with something of theirs in its rows. */
  private isOwn(pattern: Pointer): boolean {
    if (this.reach.gives.has(pattern)) return true;
    return [...this.reach.gives].some((one) => one.startsWith(`${pattern}/*/`));
  }

  private itemsOf(step: StepPlan | undefined): readonly Pointer[] {
    if (step?.kind !== 'fields' && step?.kind !== 'each') return [];
    return this.sectionsOf(step).flatMap(({ items }) => items);
  }

  private sectionsOf(step: StepPlan): StepPlan['sections'] {
    return step.sections
      .map(({ key, items }) => ({ key, items: items.filter((item) => this.isKept(item)) }))
      .filter(({ items }) => items.length > 0);
  }

  private isKept(pattern: Pointer): boolean {
    return Object.hasOwn(this.fields, pattern) || Object.hasOwn(this.groups, pattern);
  }

  /** What they give loses the name of who gives it; what they see is the holder's, and not asked. */
  private settle<
    T extends {
      readonly by?: string;
      readonly show?: Condition;
      readonly required?: true | Condition;
    },
  >(parts: Readonly<Record<Pointer, T>>): Readonly<Record<Pointer, T>> {
    const kept = Object.entries(parts).flatMap(([pattern, part]): [Pointer, T][] => {
      const isGiven = this.isOwn(pattern);
      if (!isGiven && !this.reach.sees.has(pattern) && !this.holdsSeen(pattern)) return [];
      if (!this.isAsked(pattern)) return [];
      const { by: _, show: __, required, ...rest } = part;
      if (!isGiven) return [[pattern, { ...rest, by: holder } as unknown as T]];
      const isRequired = required !== undefined && this.isRequired(pattern, required);
      return [[pattern, { ...rest, ...(isRequired ? { required: true } : {}) } as unknown as T]];
    });
    return Object.fromEntries(kept);
  }

  private holdsSeen(pattern: Pointer): boolean {
    return [...this.reach.sees].some((one) => one.startsWith(`${pattern}/*/`));
  }

  /** Asked now, in every row that there is: what is not known is asked of nobody. */
  private isAsked(pattern: Pointer): boolean {
    const all = instancesOf(this.model.content, pattern);
    return all.every((pointer) => isShown(visibilityOf(this.model, pointer)));
  }

  private isRequired(pattern: Pointer, required: true | Condition): boolean {
    if (required === true) return true;
    const all = instancesOf(this.model.content, pattern);
    return all.every((pointer) => isTrue(this.model, required, pointer));
  }
}

/** Their pieces that are asked for certain; one asked for each row keeps its rows, which they see. */
function piecesOf(model: Model, party: string): FormPlan['pieces'] {
  const asked = new Set(askedPieces(model).map((name) => name.split('/', 1)[0]));
  const kept = Object.entries(model.plan.pieces).flatMap(([name, piece]): [string, PiecePlan][] => {
    if (piece.by !== party || !asked.has(name)) return [];
    const { by: _, ...rest } = piece;
    if (piece.each !== undefined) return [[name, rest]];
    if (piece.asked !== true && !isTrue(model, piece.asked)) return [];
    return [[name, { ...rest, asked: true }]];
  });
  return Object.fromEntries(kept);
}

function readersOf(
  { readers }: FormPlan,
  kept: ReadonlySet<string>,
  pieces: FormPlan['pieces'],
): FormPlan['readers'] {
  const isKept = (name: string) =>
    kept.has(name) || Object.hasOwn(pieces, name.slice('@piece/'.length));
  return Object.fromEntries(
    Object.entries(readers)
      .filter(([read]) => kept.has(read))
      .map(([read, names]) => [read, names.filter(isKept)]),
  );
}
