import { formatProblems, loadFolder, publish } from '@guichet/procedure/check';
import type { ExitCode, Io } from '../io.js';
import { readArguments } from '../read-arguments.js';
import { UsageError } from '../usage-error.js';

/** `guichet publish`: writes `published/<version>.json`; refuses a changed result under an unchanged version. */
export async function publishCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { schemas, procedures, named } = readArguments(argv, io.cwd);
  const [id] = procedures;
  if (!named || !id || procedures.length !== 1) throw new UsageError('Name one procedure to publish.');
  const { file, problems } = await publish(await loadFolder(schemas, id), schemas);
  if (problems.length > 0) io.out(formatProblems(problems));
  if (!file) return 1;
  io.out(`${id} → ${file}`);
  return 0;
}
