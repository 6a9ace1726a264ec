import { pieceNameOf, splitPieceName, type PiecePlan, type Pointer } from '@guichet/procedure';
import { isStandIn } from '../interpreter/scope.js';
import { instancesOf } from './instances.js';
import type { Model } from './model.js';

/** One piece as a person is asked for it: once, for a row, or for a value that rows have. */
export interface PieceInstance {
  /** `identity`, `birthCertificate/<row id>`, `policeRecord/<value>`. */
  readonly name: string;
  readonly base: string;
  readonly plan: PiecePlan;
  /** Rows that ask for it; none when it is asked once. */
  readonly rows: readonly Pointer[];
  /** The value of those rows. */
  readonly value?: unknown;
  /** Which rows or values there are is not known: named like the piece, nothing can be given yet. */
  readonly isOpen?: true;
}

/** Every instance of every piece, in the order of the procedure and of its rows. */
export function pieceInstances(model: Model): readonly PieceInstance[] {
  return Object.keys(model.plan.pieces).flatMap((base) => instancesOfPiece(model, base));
}

/** The instance of a name; undefined when nothing asks for it, as of a row that is gone. */
export function pieceInstance(model: Model, name: string): PieceInstance | undefined {
  const { base, instance } = splitPieceName(name);
  const plan = Object.hasOwn(model.plan.pieces, base) ? model.plan.pieces[base] : undefined;
  if (plan?.each !== undefined && plan.oncePer === undefined && instance !== undefined) {
    const rows = model.content.rows.get(plan.each);
    if (rows)
      return rows.includes(instance) ? ofRow(base, plan, `${plan.each}/${instance}`) : undefined;
  }
  return plan && instancesOfPiece(model, base).find((one) => one.name === name);
}

function instancesOfPiece(model: Model, base: string): readonly PieceInstance[] {
  const plan = model.plan.pieces[base];
  if (!plan) return [];
  const { each, oncePer } = plan;
  if (each === undefined) return [{ name: base, base, plan, rows: [] }];
  const found = rowsOf(model, each);
  const asked = oncePer === undefined ? undefined : byValue(model, found.rows, oncePer);
  const isOpen = found.isOpen || (asked?.isOpen ?? false);
  return [
    ...(asked === undefined
      ? found.rows.map((row) => ofRow(base, plan, row))
      : [...asked.values].map(([text, { value, rows }]) => {
          const name = pieceNameOf(base, text);
          return { name, base, plan, rows, value };
        })),
    ...(isOpen ? [{ name: base, base, plan, rows: [], isOpen: true as const }] : []),
  ];
}

function ofRow(base: string, plan: PiecePlan, row: Pointer): PieceInstance {
  const name = pieceNameOf(base, row.slice(row.lastIndexOf('/') + 1));
  return { name, base, plan, rows: [row] };
}

interface Rows {
  readonly rows: readonly Pointer[];
  readonly isOpen: boolean;
}

/** Rows of the groups that may be asked; a group that nobody has seen yet may still get some. */
function rowsOf(model: Model, each: Pointer): Rows {
  const outer = each.indexOf('/*');
  const isUnseen = outer >= 0 && !model.content.rows.has(each.slice(0, outer));
  const groups = instancesOf(model.content, each).filter(
    (group) => model.scope.activity(group) !== 'false',
  );
  return {
    rows: groups.flatMap((group) =>
      (model.content.rows.get(group) ?? []).map((row) => `${group}/${row}`),
    ),
    isOpen: isUnseen || groups.some((group) => !model.content.rows.has(group)),
  };
}

function byValue(model: Model, rows: readonly Pointer[], oncePer: Pointer) {
  const values = new Map<string, { readonly value: unknown; readonly rows: Pointer[] }>();
  let isOpen = false;
  for (const row of rows) {
    const at = row + oncePer.slice(1);
    if (model.scope.activity(at) === 'false') continue;
    const value = isStandIn(model.scope.mark(at)) ? undefined : model.scope.value(at);
    if (value === undefined || model.scope.isFaulty(at)) isOpen = true;
    else {
      const same = values.get(String(value));
      if (same) same.rows.push(row);
      else values.set(String(value), { value, rows: [row] });
    }
  }
  return { values, isOpen };
}
