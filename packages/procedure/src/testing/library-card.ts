import { fileURLToPath } from 'node:url';
import { loadFolder } from '../check/load-folder.js';
import type { Problem, ProcedureFiles } from '../types/problem.js';

/** Folder of the procedures that tests start from. */
export const fixtures = fileURLToPath(new URL('../../fixtures/schemas/', import.meta.url));

/** The example of the authoring language, whole: it has no problem. */
export function libraryCard(): Promise<ProcedureFiles> {
  return loadFolder(fixtures, 'library-card');
}

/** One change of a file: its JSON value is given, and changed in place. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reaches into JSON of any shape
export type Edit = (json: any) => void;

/** The library card with some of its files changed. */
export async function libraryCardWith(
  edits: Readonly<Record<string, Edit>>,
): Promise<ProcedureFiles> {
  const { id, files } = await libraryCard();
  const made: Record<string, string> = { ...files };
  for (const [file, edit] of Object.entries(edits)) {
    const json: unknown = JSON.parse(made[file] ?? '{}');
    edit(json);
    made[file] = JSON.stringify(json, null, 2);
  }
  return { id, files: made };
}

/** The rules that some problems name, each once, sorted. */
export function rulesOf(problems: readonly Problem[]): string[] {
  return [...new Set(problems.map((problem) => problem.rule))].sort();
}
