import type { Context } from '../context.js';
import { settleClocks } from '../filing/settle-clocks.js';
import { reasonOf } from '../reason-of.js';
import { WireProblem } from '../wire-problem.js';
import { fileScheduled } from './file-on.js';
import { takeJob, unschedule, type Job } from './queue-store.js';

export interface QueueLoop {
  /** Does now all that is due; resolves when nothing is. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Does what is due: at start, then every few seconds. A job that fails is tried again when its lease is over. */
export function startQueue(context: Context, everyMs: number): QueueLoop {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const run = (): Promise<void> => {
    running = running.then(() => drain(context, () => stopped));
    return running;
  };
  const timer = setInterval(() => void run(), everyMs);
  void run();
  return {
    run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function drain(context: Context, isStopped: () => boolean): Promise<void> {
  try {
    for (
      let job = await takeJob(context.db, context.now());
      job && !isStopped();
      job = await takeJob(context.db, context.now())
    ) {
      await doJob(context, job);
    }
  } catch (error) {
    logFailure(context, error);
  }
}

async function doJob(context: Context, job: Job): Promise<void> {
  try {
    if (job.kind === 'clock') await settleClocks(context, job.subject);
    else await finish(context, job);
  } catch (error) {
    logFailure(context, error, job.subject);
  }
}

/** A clock puts its own next time in the queue; a filing has none. */
async function finish(context: Context, job: Job): Promise<void> {
  await fileScheduled(context, job.subject);
  await unschedule(context.db, job.kind, job.subject);
}

function logFailure(context: Context, error: unknown, id?: string): void {
  const code =
    error instanceof WireProblem
      ? error.code
      : `${error instanceof Error ? error.name : 'unknown'}/${reasonOf(error)}`;
  context.log({
    at: context.now().toISOString(),
    level: 'error',
    event: 'job-failed',
    code,
    ...(id ? { id } : {}),
  });
}
