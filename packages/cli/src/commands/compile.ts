import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compile } from '@guichet/procedure';
import { formatProblems, loadFolder, servedFiles } from '@guichet/procedure/check';
import type { ExitCode, Io } from '../io.js';
import { readArguments } from '../read-arguments.js';
import { UsageError } from '../usage-error.js';

/** `guichet compile`: writes the folder that `<guichet-form src>` points to. */
export async function compileCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { schemas, procedures, named, out } = readArguments(argv, io.cwd);
  const [id] = procedures;
  if (!named || !id || procedures.length !== 1)
    throw new UsageError('Name one procedure to compile.');
  if (!out) throw new UsageError('Say where to write with --out FOLDER.');
  const { published, problems } = await compile(await loadFolder(schemas, id));
  if (problems.length > 0) io.out(formatProblems(problems));
  // A preview may be made beside errors; what is served to people may not.
  if (!published || problems.some((problem) => problem.severity === 'error')) return 1;
  await mkdir(out, { recursive: true });
  const files = servedFiles(published);
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(out, name), text);
  io.out(`${id} ${published.version} → ${out} (${Object.keys(files).join(', ')})`);
  return 0;
}
