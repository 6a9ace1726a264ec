import type { FormPlan, Pointer } from '@guichet/procedure';
import { parsePointer } from '@guichet/procedure';
import type { Draft, Mark, PieceAnswer, Version } from '../draft.js';
import { answerAt, isComputed } from '../model/answer-at.js';
import { contentOf } from '../model/content.js';
import { allFields, allGroups } from '../model/instances.js';
import { createModel } from '../model/create-model.js';
import type { Days, Model } from '../model/model.js';
import { askedPieces } from '../judge/pieces.js';
import { isShown, visibilityOf } from '../model/visibility.js';
import { contentOfVersion } from './content-of-version.js';

/**
 * The version that a draft amounts to on a day: answers of what is shown, nested,
 * rows with their `_row`; parked answers stay in the draft (rules.md A9). Pieces hold
 * only files that the service has.
 */
export function versionOf(plan: FormPlan, draft: Draft, days: Days): Version {
  return versionOfModel(createModel(plan, contentOf(draft), days));
}

/**
 * A version as it is judged and sealed: containers of active branches are there, empty or not (rules.md A6), and a
 * branch that is not active leaves nothing, neither an answer, a mark nor the container it was in (A9). What is not
 * known to be asked yet is neither asked nor forbidden: it stays.
 */
export function settledVersion(plan: FormPlan, version: Version, days: Days): Version {
  const { unknown: _, ...content } = contentOfVersion(plan, version);
  const model = createModel(plan, content, days);
  const isKept = (pointer: Pointer): boolean => {
    const visibility = visibilityOf(model, pointer);
    return isShown(visibility) || (visibility === 'unknown' && isGiven(model, pointer));
  };
  const marks = Object.entries(version.marks).filter(
    ([pointer]) => visibilityOf(model, pointer) !== 'false' && !isComputed(model, pointer),
  );
  return {
    ...version,
    answers: answersOf(model, isKept),
    marks: Object.fromEntries(marks),
  };
}

/**
 * What conditions see of a version, and so what another validator is asked about (rules.md A6): an answer that is not
 * known to be asked counts as absent in both voices.
 */
export function shownVersion(plan: FormPlan, version: Version, days: Days): Version {
  const { unknown: _, ...content } = contentOfVersion(plan, version);
  const model = createModel(plan, content, days);
  return { ...version, answers: answersOf(model, (at) => isShown(visibilityOf(model, at))) };
}

/** @internal */
export function versionOfModel(model: Model): Version {
  const answers = answersOf(model, (pointer) => isShown(visibilityOf(model, pointer)));
  return { answers, marks: marksOf(model), pieces: piecesOf(model) };
}

type Nested = Record<string, unknown>;

function isGiven(model: Model, pointer: Pointer): boolean {
  return answerAt(model, pointer) !== undefined || model.content.rows.has(pointer);
}

function answersOf(model: Model, isKept: (pointer: Pointer) => boolean): Nested {
  const answers: Nested = {};
  const place = placerIn(answers, model);
  for (const group of allGroups(model).filter(isKept)) {
    const rows = model.content.rows.get(group);
    place(
      group,
      rows?.map((row) => ({ _row: row })),
    );
  }
  for (const field of allFields(model).filter(isKept)) place(field, answerAt(model, field));
  return answers;
}

function shownIn(model: Model, pointers: readonly Pointer[]): readonly Pointer[] {
  return pointers.filter((pointer) => isShown(visibilityOf(model, pointer)));
}

/** Sets a value at a pointer, making the containers on the way: they are always there, so that `required` lands on the field. */
function placerIn(root: Nested, model: Model): (pointer: Pointer, value: unknown) => void {
  return (pointer, value) => {
    const segments = parsePointer(pointer);
    const last = segments.pop() ?? '';
    let at: Nested = root;
    let path = '';
    for (const segment of segments) {
      const rows = model.content.rows.get(path);
      path += `/${segment}`;
      at = stepInto(at, rows ? String(rows.indexOf(segment)) : segment);
    }
    if (value !== undefined) at[last] = value;
  };
}

function stepInto(at: Nested, name: string): Nested {
  if (!Object.hasOwn(at, name)) at[name] = {};
  return at[name] as Nested;
}

function marksOf(model: Model): Readonly<Record<Pointer, Mark>> {
  const known = [...allFields(model), ...allGroups(model)];
  return Object.fromEntries(
    shownIn(model, known).flatMap((pointer) => {
      const mark = model.scope.mark(pointer);
      return mark ? [[pointer, mark]] : [];
    }),
  );
}

function piecesOf(model: Model): Readonly<Record<string, PieceAnswer>> {
  const pieces = new Map<string, PieceAnswer>();
  for (const name of askedPieces(model)) {
    const piece = model.content.pieces.get(name);
    const kept = piece && keptOf(piece);
    if (kept) pieces.set(name, kept);
  }
  return Object.fromEntries(pieces);
}

function keptOf(piece: PieceAnswer): PieceAnswer | undefined {
  if (!('files' in piece)) return piece;
  const files = piece.files.filter((file) => file.state === 'stored');
  return files.length > 0 ? { ...piece, files } : undefined;
}
