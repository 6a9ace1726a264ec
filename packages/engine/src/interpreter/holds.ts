import type { LeafSchema, Pointer, Test, Verdict } from '@guichet/procedure';
import type { KeywordContext } from '../keywords/keyword.js';
import { keywords } from '../keywords/registry.js';
import { every } from '../verdict.js';
import type { Scope } from './scope.js';

/**
 * The context of one evaluation. `otherwise` is the verdict of a keyword that says
 * nothing of a value's type: `false` in a condition, where a value of the wrong type
 * never satisfies; `true` in a schema, where `type` alone complains.
 */
export function contextOf(scope: Scope, owner: Pointer, otherwise: Verdict): KeywordContext {
  const at: KeywordContext = {
    scope,
    owner,
    holds: (test, value) => every(Object.keys(test), (name) => apply(name, test, value)),
  };
  const apply = (name: string, test: Test | LeafSchema, value: unknown): Verdict => {
    const keyword = keywords.get(name);
    if (!keyword) return 'true';
    return keyword(value, test[name as keyof (Test | LeafSchema)], at) ?? otherwise;
  };
  return at;
}
