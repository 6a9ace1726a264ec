import { compile } from '../index.js';
import type { ProcedureFiles } from '../types/problem.js';
import type { Published } from '../types/published.js';
import { type Edit, libraryCardWith } from './library-card.js';

export const migrationFile = 'library-card/migrations/1.2.0-1.3.0.json';

const states = ['prepared', 'filed', 'examination', 'withdrawn', 'closed', 'decided'];

/** A migration that changes nothing: every state of the library card's journey stays. */
const plainMigration = {
  from: '1.2.0',
  to: '1.3.0',
  answers: [],
  journey: Object.fromEntries(states.map((state) => [state, state])),
};

/** The text of what publishing a folder writes. */
export async function publishedText(files: ProcedureFiles): Promise<string> {
  const { published, problems } = await compile(files);
  if (!published) throw new Error(JSON.stringify(problems));
  return JSON.stringify(published);
}

/** The library card published as 1.2.0, with 1.3.0 being written beside it. */
export async function nextVersion(
  edits: Readonly<Record<string, Edit>> = {},
): Promise<ProcedureFiles> {
  const before = await publishedText(await libraryCardWith({}));
  const { id, files } = await libraryCardWith({
    ...edits,
    'library-card/procedure.json': (s) => {
      s.version = '1.3.0';
      s.migrations = { '1.2.0': './migrations/1.2.0-1.3.0.json' };
      edits['library-card/procedure.json']?.(s);
    },
    [migrationFile]: (s) => {
      Object.assign(s, structuredClone(plainMigration));
      edits[migrationFile]?.(s);
    },
  });
  return { id, files: { ...files, 'library-card/published/1.2.0.json': before } };
}

/** What a folder compiles to, whatever its problems. */
export async function compiled(files: ProcedureFiles): Promise<Published> {
  const { published, problems } = await compile(files);
  if (!published) throw new Error(JSON.stringify(problems));
  return published;
}
