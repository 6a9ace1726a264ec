import type { Workspace } from '../../read/workspace.js';
import type { Published } from '../../types/published.js';
import { secondVoice } from './second-voice.js';

/**
 * Reports `no-second-voice` when Ajv cannot read the published schema, so that no service meets it first. The rest of
 * `check` says what is wrong in words of this language; this is what is left when all of it passed.
 */
export function checkVoice(workspace: Workspace, published: Published): void {
  if (workspace.problems.some(({ severity }) => severity === 'error')) return;
  try {
    secondVoice(published);
  } catch (reason) {
    const file = `${workspace.id}/data.schema.json`;
    workspace.report({ file, offset: 0 }, unreadable((reason as Error).message));
  }
}

const unreadable = (said: string) => ({
  rule: 'no-second-voice',
  message: `A standard reader of JSON Schema refuses this file, so no service would take what a person files: ${said}.`,
  fix: 'Mend what it names; the schema has to be JSON Schema 2020-12 (docs/answers.md).',
});
