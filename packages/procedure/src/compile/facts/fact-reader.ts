import { type ConditionScope, readCondition, readMoment } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { isObject, type Json } from '../../read/shapes.js';
import type { Finding, Place, Workspace } from '../../read/workspace.js';
import type { Condition, Moment } from '../../types/condition.js';
import { leavesOf, type Outline } from '../outline.js';

/** Reads the parts of one fact of procedure.json: conditions, moments, pointers and names, each checked. */
export class FactReader {
  readonly workspace: Workspace;
  readonly outline: Outline;
  readonly scope: ConditionScope;
  private readonly sources: ReadonlySet<string>;

  constructor(
    workspace: Workspace,
    outline: Outline,
    scope: ConditionScope,
    sources: ReadonlySet<string>,
  ) {
    this.workspace = workspace;
    this.outline = outline;
    this.scope = scope;
    this.sources = sources;
  }

  /** `row`: pattern of the row that `./` means. */
  condition(fact: Json, key: string, row?: string): Condition | undefined {
    if (fact[key] === undefined) return undefined;
    const scope = row === undefined ? this.scope : { ...this.scope, row };
    return readCondition(this.workspace, fact[key], scope, this.at(fact, key));
  }

  moment(fact: Json, key: string): Moment | undefined {
    if (fact[key] === undefined) return undefined;
    return readMoment(this.workspace, fact[key], this.scope, this.at(fact, key));
  }

  /** Pointers of questions; an object stands for all of its own. */
  pointers(fact: Json, key: string): string[] | undefined {
    const listed = fact[key];
    if (!Array.isArray(listed)) return undefined;
    return listed.flatMap((pointer, index) => {
      const leaves = leavesOf(this.outline, String(pointer));
      if (leaves.length === 0) {
        this.unknown(
          this.at(listed, String(index)),
          'question',
          String(pointer),
          this.outline.nodes.keys(),
        );
      }
      return leaves;
    });
  }

  /** Checks that a fact's `source`, if it names one, is among the sources. */
  checkSource(fact: Json, key = 'source'): void {
    const name = fact[key];
    if (name === undefined) return;
    this.checkName(this.at(fact, key), 'source', String(name), this.sources);
  }

  checkName(at: Place, what: string, name: string, known: ReadonlySet<string>): boolean {
    if (known.has(name)) return true;
    this.unknown(at, what, name, known);
    return false;
  }

  /** A problem with a member of a fact; with the fact itself when it has none of that name. */
  report(fact: Json, key: string, finding: Finding): void {
    this.workspace.report(this.at(fact, key), finding);
  }

  at(holder: unknown, key: string): Place {
    return this.workspace.placeOf(holder, key);
  }

  private unknown(at: Place, what: string, name: string, known: Iterable<string>): void {
    this.workspace.report(at, {
      rule: what === 'question' ? 'unknown-pointer' : `unknown-${what}`,
      message: `"${name}" is no ${what} of this procedure, so nothing stands behind this.`,
      fix: `Define it, or correct its name.${didYouMean(name, known)}`,
    });
  }
}

/** The members of an object that are objects themselves. */
export function namedObjects(value: unknown): [string, Json][] {
  if (!isObject(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, Json] => isObject(entry[1]));
}

/** A copy without the members whose value is `undefined`. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
