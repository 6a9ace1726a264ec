import type { Plan, Pointer, Published } from '@guichet/procedure';
import { joinPointer, parsePointer } from '@guichet/procedure';
import type { Version } from '../../draft.js';
import { evaluate } from '../../interpreter/evaluate.js';
import { isStandIn } from '../../interpreter/scope.js';
import { filterVerdict, type VoiceError } from '../../judge/filter-verdict.js';
import { isUnsure } from '../../judge/is-unsure.js';
import { allFields, allGroups, instancesOf } from '../../model/instances.js';
import { createModel } from '../../model/create-model.js';
import type { Days, Model } from '../../model/model.js';
import { visibilityOf } from '../../model/visibility.js';
import { contentOfVersion } from '../../versions/content-of-version.js';
import { rowIdOf } from '../../versions/flatten.js';

/** Keywords that only say that something inside them failed, or speak of a container. */
const applicators = new Set([
  'if',
  'allOf',
  'items',
  'properties',
  'unevaluatedProperties',
  'additionalProperties',
]);

/**
 * What the filter took out of the second voice's errors although nothing is unknown: it may take out marks, and
 * nothing else (rules.md A6). An author who requires in one place what another forbids contradicts the schema, not the
 * person: what is inactive is not required. Empty where something is unknown.
 */
export function removedByFilter(
  { plan, branches }: Pick<Published, 'branches'> & { readonly plan: Plan },
  version: Version,
  errors: readonly VoiceError[],
  days: Days,
): readonly string[] {
  const { unknown: _, ...content } = contentOfVersion(plan, version);
  const model = createModel(plan, content, days);
  if (isAnyUnknown(model, branches)) return [];
  const kept = filterVerdict(plan, branches, version, errors, days).map(({ pointer }) => pointer);
  const placed = errors.map((error) => ({ error, pointer: pointerOf(version, error) }));
  for (const { error, pointer } of placed) if (isUnsure(model, pointer, error)) kept.push(pointer);
  return placed.flatMap(({ error, pointer }) => {
    const isKept = kept.some((one) => pointer === one || pointer.startsWith(`${one}/`));
    if (isKept || applicators.has(error.keyword) || isMarked(model, pointer, error)) return [];
    return [`${pointer} ${error.keyword} ${error.schemaPath}`];
  });
}

function isAnyUnknown(model: Model, branches: Published['branches']): boolean {
  const isUnknown = ({ when }: Published['branches'][number]) =>
    instancesOf(model.content, rowRead(JSON.stringify(when))).some(
      (owner) => evaluate(when, model.scope, owner) === 'unknown',
    );
  const isUnsure = (pointer: Pointer) => /unknown|concerned/.test(visibilityOf(model, pointer));
  return branches.some(isUnknown) || [...allFields(model), ...allGroups(model)].some(isUnsure);
}

function isMarked(model: Model, pointer: Pointer, { keyword }: VoiceError): boolean {
  if (keyword !== 'required') return false;
  return isStandIn(model.content.marks.get(pointer)) || !isAnythingAsked(model, pointer);
}

/** Whether a question is asked there, or anywhere in the object there. */
function isAnythingAsked(model: Model, pointer: Pointer): boolean {
  return [...allFields(model), ...allGroups(model)].some(
    (one) =>
      (one === pointer || one.startsWith(`${pointer}/`)) && visibilityOf(model, one) === 'true',
  );
}

/** The innermost row that a condition reads; the branches of a data schema read in their own object only. */
function rowRead(condition: string): Pointer {
  const rows = [...condition.matchAll(/"at":"([^"]*\/\*)\/[^"]*"/g)].map(([, row]) => row ?? '');
  return rows.sort((a, b) => b.length - a.length)[0] ?? '/';
}

function pointerOf(version: Version, { pointer, keyword, params }: VoiceError): Pointer {
  let at: unknown = version.answers;
  const segments = parsePointer(pointer).map((segment) => {
    const isRow = Array.isArray(at);
    at = (at as Readonly<Record<string, unknown>> | undefined)?.[segment];
    return (isRow && rowIdOf(at)) || segment;
  });
  const { missingProperty } = params as { readonly missingProperty?: string };
  return joinPointer(keyword === 'required' ? [...segments, missingProperty ?? ''] : segments);
}
