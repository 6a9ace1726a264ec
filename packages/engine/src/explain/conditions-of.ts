import type { Condition, FlowState, FlowTarget, FormPlan, Pointer } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import { EngineError } from '../errors.js';
import { groupAround } from '../model/shape.js';

/** What decides whether something is asked, and with which source. */
export interface Asking {
  readonly kind: 'answer' | 'piece' | 'fee' | 'step';
  /** Absent: always. */
  readonly show: Condition | undefined;
  readonly required: true | Condition | undefined;
  /** Pointer whose rows bind `*` and `./`. */
  readonly owner: Pointer;
  readonly source: string | undefined;
}

/**
 * The conditions of a field, a group, `@piece/<name>`, `@fee/<name>` or `@step/<name>`; those of the groups around
 * it count too. Throws `unknown-pointer`, `unknown-piece`.
 */
export function conditionsOf(plan: FormPlan, pointer: Pointer): Asking {
  if (pointer.startsWith('@piece/')) return ofPiece(plan, pointer.slice('@piece/'.length));
  if (pointer.startsWith('@fee/')) return ofFee(plan, pointer);
  if (pointer.startsWith('@step/')) return ofStep(plan, pointer);
  const pattern = patternOf(pointer.startsWith('/') ? pointer : '/', plan.groups);
  const own = plan.fields[pattern] ?? plan.groups[pattern];
  const isKnown = Object.hasOwn(plan.fields, pattern) || Object.hasOwn(plan.groups, pattern);
  if (!own || !isKnown || pointer.includes('*'))
    throw new EngineError('unknown-pointer', { pointer });
  const shows: Condition[] = own.show ? [own.show] : [];
  let source = own.source;
  for (let at = groupAround(pattern); at !== undefined; at = groupAround(at)) {
    const group = plan.groups[at];
    if (group?.show) shows.unshift(group.show);
    source ??= group?.source;
  }
  return { kind: 'answer', show: allOf(shows), required: own.required, owner: pointer, source };
}

function allOf(conditions: readonly Condition[]): Condition | undefined {
  return conditions.length > 1 ? { all: conditions } : conditions[0];
}

function ofPiece(plan: FormPlan, name: string): Asking {
  const [base = '', instance] = name.split('/');
  const piece = Object.hasOwn(plan.pieces, base) ? plan.pieces[base] : undefined;
  if (!piece) throw new EngineError('unknown-piece', { piece: name });
  const { asked, source, each, oncePer } = piece;
  const show = asked === true ? undefined : asked;
  const isOfRow = each !== undefined && oncePer === undefined && instance !== undefined;
  return {
    kind: 'piece',
    show,
    required: undefined,
    owner: isOfRow ? `${each}/${instance}` : '',
    source,
  };
}

function ofFee(plan: FormPlan, pointer: Pointer): Asking {
  const fee = plan.fees.find(({ name }) => name === pointer.slice('@fee/'.length));
  if (!fee) throw new EngineError('unknown-pointer', { pointer });
  return { kind: 'fee', show: fee.when, required: undefined, owner: '', source: fee.source };
}

/** A step is asked when a way leads to it, and something on it is. */
function ofStep(plan: FormPlan, pointer: Pointer): Asking {
  const name = pointer.slice('@step/'.length);
  const step = Object.hasOwn(plan.steps, name) ? plan.steps[name] : undefined;
  if (!step) throw new EngineError('unknown-pointer', { pointer });
  const items = step.sections.flatMap((section) => section.items);
  const asked = step.each === undefined ? items : [step.each];
  const shows = asked.map((at) => plan.fields[at]?.show ?? plan.groups[at]?.show);
  const isAlways = shows.length === 0 || shows.includes(undefined);
  const some: readonly Condition[] = isAlways ? [] : [{ any: different(shows) }];
  const way = waysTo(plan, name);
  const sources = asked.map((at) => plan.fields[at]?.source ?? plan.groups[at]?.source);
  return {
    kind: 'step',
    show: allOf([...(way ? [way] : []), ...some]),
    required: undefined,
    owner: '',
    source: sources.find((one) => one !== undefined),
  };
}

function different(conditions: readonly (Condition | undefined)[]): readonly Condition[] {
  const known = conditions.filter((one) => one !== undefined);
  return [...new Map(known.map((one) => [JSON.stringify(one), one])).values()];
}

/** The forks that lead to a step; undefined when some way to it is free. */
function waysTo(plan: FormPlan, name: string): Condition | undefined {
  const ways = forksOf(plan.flow.states).flatMap((targets) =>
    targets.flatMap(({ target, guard }, i): (Condition | undefined)[] => {
      if (target !== name) return [];
      const before = targets.slice(0, i).flatMap((other) => other.guard?.params ?? []);
      const passed = before.map((not): Condition => ({ not }));
      return [allOf([...passed, ...(guard ? [guard.params] : [])])];
    }),
  );
  const guarded = different(ways);
  if (ways.length === 0 || ways.includes(undefined)) return undefined;
  return guarded.length > 1 ? { any: guarded } : guarded[0];
}

function forksOf(states: Readonly<Record<string, FlowState>>): readonly (readonly FlowTarget[])[] {
  return Object.values(states).flatMap(({ on, states: inside }) => {
    const next = on?.NEXT ?? [];
    const targets =
      typeof next === 'string' ? [{ target: next }] : 'target' in next ? [next] : next;
    return [targets, ...forksOf(inside ?? {})];
  });
}
