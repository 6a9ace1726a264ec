import { isObject, itemsOf, member, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Schema } from './schema.js';

/**
 * Turns `guichet.oneOfThese`, in place, into an `if`/`then`: the first of these questions is required while none of the
 * others is answered. One missing answer is one issue, at one question, whose own message can name the others. Reports
 * `one-of-these` when it does not name two questions or more.
 */
export function lowerOneOfThese(workspace: Workspace, schema: Schema): void {
  const named = member(schema['guichet'], 'oneOfThese');
  if (named === undefined) return;
  const [first, ...others] = [...new Set(textsOf(named))];
  if (first === undefined || others.length === 0 || !isObject(schema['properties'])) {
    workspace.report(workspace.placeOfKey(schema['guichet'], 'oneOfThese'), tooFew);
    return;
  }
  const at = workspace.placeOfKey(schema['guichet'], 'oneOfThese');
  const answered = others.map((name) => ({ required: [name] }));
  const none = { not: { anyOf: answered } };
  const lowered = { if: none, then: { required: [first] } };
  const spot = { file: at.file, key: at.offset, value: at.offset };
  for (const part of [lowered, lowered.then, none, none.not, ...answered]) {
    workspace.setOrigin(part, at.file, at.offset, new Map([['required', spot]]));
  }
  schema['allOf'] = [...itemsOf(schema['allOf']), lowered];
}

const tooFew = {
  rule: 'one-of-these',
  message:
    'This does not name two questions of its object, so no person could choose which to answer.',
  fix: 'Write it on the object, with the names of at least two of its "properties": ["telephone", "email"].',
};
