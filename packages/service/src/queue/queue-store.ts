import type { Queryable, SqlPort } from '../store/sql-port.js';

/** `file-on`: a draft to be filed that day. `clock`: a delay of a dossier that ends. */
export type JobKind = 'file-on' | 'clock';

export interface Job {
  readonly kind: JobKind;
  readonly subject: string;
}

/** Long enough for the slowest job; after it another instance may try again, and every job may be done twice without harm. */
const leaseMs = 60_000;

/** One job for each kind and subject: a new time takes the place of the old one. */
export async function schedule(
  tx: Queryable,
  kind: JobKind,
  subject: string,
  due: string,
): Promise<void> {
  await tx.query(
    `insert into queue (kind, subject, due_at) values ($1, $2, $3)
     on conflict (kind, subject) do update set due_at = excluded.due_at, leased_until = null`,
    [kind, subject, due],
  );
}

export async function unschedule(tx: Queryable, kind: JobKind, subject: string): Promise<void> {
  await tx.query('delete from queue where kind = $1 and subject = $2', [kind, subject]);
}

/** Takes the job that has waited longest, for a minute; nothing when none is due. */
export async function takeJob(db: SqlPort, now: Date): Promise<Job | undefined> {
  return db.transaction(async (tx) => {
    const [job] = await tx.query<Job>(
      `select kind, subject from queue where due_at <= $1 and (leased_until is null or leased_until <= $1)
       order by due_at limit 1 for update skip locked`,
      [now.toISOString()],
    );
    if (!job) return undefined;
    await tx.query('update queue set leased_until = $3 where kind = $1 and subject = $2', [
      job.kind,
      job.subject,
      new Date(now.getTime() + leaseMs).toISOString(),
    ]);
    return job;
  });
}
