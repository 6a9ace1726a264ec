import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem, ProcedureFiles } from '@guichet/procedure';
import {
  check,
  checkOperator,
  fixMissingRequired,
  formatProblems,
  isGuide,
  loadFolder,
  rulesNotChecked,
  rulesNotForGuides,
} from '@guichet/procedure/check';
import type { ExitCode, Io } from '../io.js';
import { readArguments } from '../read-arguments.js';
import { UsageError } from '../usage-error.js';

/** `guichet check`: every problem of the procedures, never just the first. Warnings alone exit with 0. */
export async function checkCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { schemas, procedures, operator, json, fix } = readArguments(argv, io.cwd);
  const problems: Problem[] = [];
  const guides: string[] = [];
  for (const id of procedures) {
    if (fix) writeFixes(schemas, await loadFolder(schemas, id), io);
    const files = await loadFolder(schemas, id);
    problems.push(...(await check(files)));
    if (isGuide(files)) guides.push(id);
  }
  if (operator) problems.push(...operatorProblems(operator));
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (json) {
    io.out(JSON.stringify({ problems, notChecked: rulesNotChecked }, undefined, 2));
    return errors > 0 ? 1 : 0;
  }
  if (problems.length > 0) io.out(formatProblems(problems));
  const warnings = problems.length - errors;
  io.out(`${procedures.length} ${procedures.length === 1 ? 'procedure' : 'procedures'}, ${errors} errors, ${warnings} warnings`);
  for (const id of guides)
    io.out(`${id} is a guide, nothing is filed: ${rulesNotForGuides.join(', ')} do not apply to it.`);
  for (const { rule, title } of rulesNotChecked) io.out(`${rule}: not checked yet. ${title}`);
  return errors > 0 ? 1 : 0;
}

/** What has one fix only is mended in place; the files are named on the other stream, so that `--json` stays JSON. */
function writeFixes(schemas: string, files: ProcedureFiles, io: Io): void {
  for (const [file, text] of Object.entries(fixMissingRequired(files))) {
    writeFileSync(path.join(schemas, file), text);
    io.err(`${file}: added the "required" that its "if" lacked.`);
  }
}

function operatorProblems(file: string): readonly Problem[] {
  if (!existsSync(file)) throw new UsageError(`There is no file "${file}".`);
  return checkOperator(readFileSync(file, 'utf8'), path.basename(file));
}
