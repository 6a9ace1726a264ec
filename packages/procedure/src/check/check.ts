import { compileWorkspace, sortProblems } from '../compile/compile.js';
import { Workspace } from '../read/workspace.js';
import type { Problem, ProcedureFiles } from '../types/problem.js';
import type { Published } from '../types/published.js';
import { checkMigrated } from './check-migrated.js';
import { checkOptions } from './check-options.js';
import { checkPublished } from './check-published.js';
import { checkPatterns } from './patterns/check-patterns.js';
import { checkRules } from './rules/check-rules.js';
import { checkNotRun } from './shape/check-not-run.js';
import { checkShapes } from './shape/check-shapes.js';
import { checkVoice } from './voice/check-voice.js';

/**
 * Everything that is wrong with a procedure, sorted by place: the shape of each file, what `compile` finds,
 * unsafe patterns and the rights rules. Problems are returned, never thrown, and never just the first.
 */
export async function check(files: ProcedureFiles): Promise<readonly Problem[]> {
  return (await checkAndCompile(files)).problems;
}

/** The same, with what was compiled on the way. @internal */
export async function checkAndCompile(
  files: ProcedureFiles,
): Promise<{ readonly published?: Published; readonly problems: readonly Problem[] }> {
  const workspace = new Workspace(files);
  checkShapes(workspace);
  checkNotRun(workspace);
  const published = await compileWorkspace(workspace);
  if (published) {
    checkPatterns(workspace, published.plan);
    checkOptions(workspace, published.plan);
    checkRules(workspace, published.plan);
    checkPublished(workspace, published);
    checkMigrated(workspace, published.plan);
    checkVoice(workspace, published);
  }
  const problems = sortProblems(workspace.problems);
  return published ? { published, problems } : { problems };
}
