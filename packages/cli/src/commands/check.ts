import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '@guichet/procedure';
import { check, checkOperator, formatProblems, loadFolder, rulesNotChecked } from '@guichet/procedure/check';
import type { ExitCode, Io } from '../io.js';
import { readArguments } from '../read-arguments.js';
import { UsageError } from '../usage-error.js';

/** `guichet check`: every problem of the procedures, never just the first. Warnings alone exit with 0. */
export async function checkCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { schemas, procedures, operator, json } = readArguments(argv, io.cwd);
  const problems: Problem[] = [];
  for (const id of procedures) problems.push(...(await check(await loadFolder(schemas, id))));
  if (operator) problems.push(...operatorProblems(operator));
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (json) {
    io.out(JSON.stringify({ problems, notChecked: rulesNotChecked }, undefined, 2));
    return errors > 0 ? 1 : 0;
  }
  if (problems.length > 0) io.out(formatProblems(problems));
  const warnings = problems.length - errors;
  io.out(`${procedures.length} ${procedures.length === 1 ? 'procedure' : 'procedures'}, ${errors} errors, ${warnings} warnings`);
  for (const { rule, title } of rulesNotChecked) io.out(`${rule}: not checked yet. ${title}`);
  return errors > 0 ? 1 : 0;
}

function operatorProblems(file: string): readonly Problem[] {
  if (!existsSync(file)) throw new UsageError(`There is no file "${file}".`);
  return checkOperator(readFileSync(file, 'utf8'), path.basename(file));
}
