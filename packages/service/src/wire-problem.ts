import { problemTitles, type ProblemCode } from './errors.js';

/** What a handler throws to answer a problem; `extra` joins the body (`receipt`, `issues`…) and never holds an entered value that the asker did not just send. */
export class WireProblem extends Error {
  readonly code: ProblemCode;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, extra: Readonly<Record<string, unknown>> = {}) {
    super(problemTitles[code]);
    this.name = 'WireProblem';
    this.code = code;
    this.extra = extra;
  }
}
