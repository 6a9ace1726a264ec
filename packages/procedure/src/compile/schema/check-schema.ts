import { checkIf } from '../../conditions/check-values.js';
import type { Workspace } from '../../read/workspace.js';
import type { Outline } from '../outline.js';
import { checkAssertions } from './check-assertions.js';
import { checkIfNames } from './check-if-names.js';
import type { Facts } from './collect-facts.js';

/** What is wrong with a data schema once its questions are known: names and values of its `if`s, misplaced keywords. */
export function checkSchema(workspace: Workspace, facts: Facts, outline: Outline): void {
  checkAssertions(workspace, facts.root);
  for (const { schema, pointer } of facts.ifs) {
    checkIf(workspace, schema, pointer, outline.fields);
    checkIfNames(workspace, schema, pointer, outline.nodes);
  }
}
