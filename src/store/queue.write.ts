// Jobs go into the queue as rows, so that they share the transaction of the act that asks for them.

import type { Queryable } from '../platform/db.ts';

export interface NewJob {
  readonly name: string;
  readonly data: object;
  /** Seconds before it may run. */
  readonly wait: number;
}

/** How a queue treats its jobs; names and meaning are pg-boss's. Seconds. */
export interface QueueOptions {
  readonly policy: 'standard' | 'exclusive';
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly retryBackoff: boolean;
  readonly retryDelayMax: number;
  readonly expireInSeconds: number;
  /** A job whose process was killed is given to another after so long without a sign of life. */
  readonly heartbeatSeconds: number;
  readonly deleteAfterSeconds: number;
}

const DAY = 86_400;

export const LATER_QUEUE: QueueOptions = {
  policy: 'standard',
  retryLimit: 20,
  retryDelay: 10,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 6 * 3600,
  heartbeatSeconds: 60,
  deleteAfterSeconds: DAY,
};

/** Queues the jobs, making their queue when nobody did before. */
export async function addJobs(tx: Queryable, jobs: readonly NewJob[]): Promise<void> {
  await tx.all('SELECT pgboss.create_queue(name, $2) FROM (SELECT DISTINCT unnest($1::text[]) AS name) wanted', [
    jobs.map(({ name }) => name),
    JSON.stringify(LATER_QUEUE),
  ]);
  const added = await tx.run(
    `INSERT INTO pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, heartbeat_seconds,
       deletion_seconds, start_after)
     SELECT queue.name, wanted.data, queue.policy, queue.retry_limit, queue.retry_delay, queue.retry_backoff, queue.retry_delay_max,
       queue.expire_seconds, queue.heartbeat_seconds, queue.deletion_seconds,
       pgboss.job_now() + wanted.wait * interval '1 second'
     FROM jsonb_to_recordset($1::jsonb) AS wanted (name text, data jsonb, wait integer) JOIN pgboss.queue USING (name)`,
    [JSON.stringify(jobs)],
  );
  if (added !== jobs.length) throw new Error(`${added} of ${jobs.length} jobs were queued`);
}
