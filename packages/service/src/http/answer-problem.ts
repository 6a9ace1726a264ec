import type { ProblemBody } from '@guichet/gateway/wire';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problemTitles, type ProblemCode } from '../errors.js';
import type { Log } from '../log.js';
import { reasonOf } from '../reason-of.js';
import { WireProblem } from '../wire-problem.js';
import { problemStatus } from './problem-status.js';

/** Fastify's own refusals, in our words. */
const fromFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-forbidden',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
};

/** Answers `application/problem+json` (RFC 9457): a code and a title; never a stack, never the text of an error. */
export function answerProblem(reply: FastifyReply, problem: WireProblem): FastifyReply {
  const status = problemStatus[problem.code];
  const body: ProblemBody = {
    ...problem.extra,
    type: `urn:guichet:problem:${problem.code}`,
    title: problemTitles[problem.code],
    status,
    code: problem.code,
  };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body));
}

/** The error handler of every route. What is not ours is `service-failed`, logged by its code alone. */
export function problemHandler(log: Log, now: () => Date) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error);
    if (problem.code === 'service-failed') {
      const route = request.routeOptions.url ?? '*';
      log({
        at: now().toISOString(),
        level: 'error',
        event: 'failure',
        route,
        code: `${nameOf(error)}/${reasonOf(error)}`,
      });
    }
    return answerProblem(reply, problem);
  };
}

function problemOf(error: unknown): WireProblem {
  if (error instanceof WireProblem) return error;
  const { code = '', statusCode } = error as Partial<FastifyError>;
  const known = fromFastify[code];
  if (known) return new WireProblem(known);
  if (statusCode === 404) return new WireProblem('not-found');
  return new WireProblem(
    statusCode !== undefined && statusCode < 500 ? 'malformed-body' : 'service-failed',
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
