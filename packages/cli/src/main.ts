import { checkCommand } from './commands/check.js';
import { compileCommand } from './commands/compile.js';
import { publishCommand } from './commands/publish.js';
import type { ExitCode, Io } from './io.js';
import { UsageError } from './usage-error.js';

const commands: Readonly<Record<string, { readonly run: Command; readonly usage: string }>> = {
  check: {
    run: checkCommand,
    usage: 'check [procedure…] [--schemas FOLDER] [--operator FILE] [--json] [--fix]   every problem, at file:line:column',
  },
  compile: {
    run: compileCommand,
    usage: 'compile <procedure> --out FOLDER [--schemas FOLDER]                  plan.json, meta.json and texts.<lang>.json',
  },
  publish: {
    run: publishCommand,
    usage: 'publish <procedure> [--schemas FOLDER]                               published/<version>.json, never edited again',
  },
};
type Command = (argv: readonly string[], io: Io) => Promise<ExitCode>;

/**
 * Runs the `guichet` command in this process.
 *
 * Answers 0 when there is nothing to report, 1 when there are findings, 2 when
 * the call itself is off (unknown command, option or procedure). Never throws for those.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name = '--help', ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(help());
    return argv.length === 0 ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    io.err(`guichet has no command "${name}".\n\n${help()}`);
    return 2;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`${error.message}\nusage: guichet ${command.usage}`);
    return 2;
  }
}

function help(): string {
  return ['usage: guichet <command>', '', ...Object.values(commands).map(({ usage }) => `  guichet ${usage}`)].join('\n');
}
