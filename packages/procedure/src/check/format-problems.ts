import type { Problem } from '../types/problem.js';

/** Problems for people: `file:line:column  rule  sentence → fix`, one a line. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join('\n');
}

function formatProblem(problem: Problem): string {
  const { file, line, column, rule, severity, message, fix } = problem;
  const mark = severity === 'warning' ? ' (warning)' : '';
  return `${file}:${line}:${column}  ${rule}${mark}  ${message} → ${fix}`;
}
