import type { FormPlan, Pointer, Published } from '@guichet/procedure';
import { joinPointer, parsePointer } from '@guichet/procedure';
import type { Version } from '../draft.js';
import { evaluate } from '../interpreter/evaluate.js';
import { isStandIn } from '../interpreter/scope.js';
import type { RawIssue } from '../judgement.js';
import { rankOf } from '../keywords/registry.js';
import { createModel } from '../model/create-model.js';
import type { Days, Model } from '../model/model.js';
import { askedOfParty } from '../model/party.js';
import { patternIn } from '../model/pattern-in.js';
import { hasField, hasGroup } from '../model/shape.js';
import { stopsFiling } from '../model/stops.js';
import { visibilityOf } from '../model/visibility.js';
import { contentOfVersion } from '../versions/content-of-version.js';
import { rowIdOf } from '../versions/flatten.js';
import { isUnsure } from './is-unsure.js';

/** One error of the second voice; its pointer has array indexes. */
export interface VoiceError {
  readonly pointer: string;
  readonly keyword: string;
  readonly params: object;
  readonly schemaPath: string;
}

/**
 * What is left of another validator's errors once unknown has its way (rules.md A6):
 * errors of a branch that is not true, of what a partial date or a missing moment leaves open,
 * `required` at a marked pointer, and anything below a pointer that is inactive, or not known to
 * be active, are dropped; then one issue a pointer, by priority. The interpreter and Ajv must
 * agree on pointer and code after it. `version` is the one that the errors speak of. Pure.
 */
export function filterVerdict(
  plan: FormPlan,
  branches: Published['branches'],
  version: Version,
  errors: readonly VoiceError[],
  at: Days,
): RawIssue[] {
  const { unknown: _, ...content } = contentOfVersion(plan, version);
  const model = createModel(plan, content, at);
  const first = new Map<Pointer, RawIssue>();
  for (const error of errors) {
    const pointer = askedAt(model, withRowIds(version, target(error)));
    if (pointer === undefined || isDropped(model, branches, pointer, error)) continue;
    const issue = issueOf(model, pointer, error);
    const known = first.get(pointer);
    if (!known || rankOf(issue.code) < rankOf(known.code)) first.set(pointer, issue);
  }
  return [...first.values()];
}

/** Noise of applicators: the assertion inside says what is wrong; inside `anyOf`, `not`, `contains` of a field, the field's own keyword does. */
const applicators = new Set(['if', '$ref', 'properties', 'allOf', 'items', 'oneOf']);
const alternatives = new Set(['anyOf', 'not', 'contains']);

function isDropped(
  model: Model,
  branches: Published['branches'],
  pointer: Pointer,
  error: VoiceError,
): boolean {
  const { keyword, schemaPath } = error;
  if (applicators.has(keyword) || isInside(schemaPath)) return true;
  if (visibilityOf(model, pointer) !== 'true') return true;
  if (keyword === 'required' && isExcused(model, pointer)) return true;
  if (isUnsure(model, pointer, error)) return true;
  return branches.some(
    ({ path, when }) =>
      isWithin(schemaPath, path) && evaluate(when, model.scope, pointer) !== 'true',
  );
}

/** Whether an error comes from inside an alternative; a question may bear the name of a keyword. */
function isInside(schemaPath: string): boolean {
  const keywords = schemaPath.split('/').slice(0, -1);
  return keywords.some((one, i) => alternatives.has(one) && !isName(keywords, i));
}

/** What follows `properties` is a name, unless that `properties` is one itself. */
function isName(keywords: readonly string[], at: number): boolean {
  return keywords[at - 1] === 'properties' && !isName(keywords, at - 1);
}

function isWithin(path: string, branch: string): boolean {
  return path === branch || path.startsWith(branch.endsWith('/') ? branch : `${branch}/`);
}

/** A mark stands in place of an answer, unless the law wants one. */
function isExcused(model: Model, pointer: Pointer): boolean {
  const field = model.plan.fields[patternIn(model, pointer)];
  const { by, isOpen } = askedOfParty(model, field?.by);
  if (by !== undefined || isOpen) return true;
  return isStandIn(model.content.marks.get(pointer)) && field?.mustKnow === undefined;
}

function issueOf(model: Model, pointer: Pointer, error: VoiceError): RawIssue {
  const code = error.keyword === 'false schema' ? 'false' : error.keyword;
  const params = error.params as Readonly<Record<string, unknown>>;
  const field = model.plan.fields[patternIn(model, pointer)];
  return { pointer, code, params, stops: stopsFiling(field, code, params) };
}

/** `required` is about the property that is missing, not about its parent. */
function target({ pointer, keyword, params }: VoiceError): Pointer {
  const missing = (params as { readonly missingProperty?: unknown }).missingProperty;
  if (keyword !== 'required' || typeof missing !== 'string') return pointer;
  return pointer + joinPointer([missing]);
}

/** The field or group that an error is about; undefined for containers, which a person never sees. */
function askedAt(model: Model, pointer: Pointer): Pointer | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const pattern = patternIn(model, at);
    if (hasField(model.plan, pattern)) return at;
    if (hasGroup(model.plan, pattern)) return at === pointer ? at : undefined;
  }
  return undefined;
}

/** Indexes stop at this border: inside Guichet a row is named by its id. */
function withRowIds(version: Version, pointer: Pointer): Pointer {
  let at: unknown = version.answers;
  return joinPointer(
    parsePointer(pointer).map((segment) => {
      const isRow = Array.isArray(at);
      at = stepInto(at, segment);
      return (isRow && rowIdOf(at)) || segment;
    }),
  );
}

function stepInto(at: unknown, segment: string): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, segment)) return undefined;
  return (at as Readonly<Record<string, unknown>>)[segment];
}
