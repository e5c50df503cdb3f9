// Runs queued and scheduled jobs, in the web process or in one of its own. pg-boss keeps the queue; its tables come from migrations.

import type { PgBoss } from 'pg-boss';
import type { Platform } from '../platform/platform.ts';
import { LATER_QUEUE, type QueueOptions } from '../store/queue.write.ts';
import { LATER, SCHEDULED } from './registry.ts';

export interface JobWorker {
  /** Resolves when every queue is looked at. */
  readonly begun: Promise<void>;
  /** Takes no more jobs, waits a moment for those under way, and gives the rest back to the queue. */
  stop(): Promise<void>;
}

const SCHEDULED_QUEUE: QueueOptions = { ...LATER_QUEUE, policy: 'exclusive', retryLimit: 0 };
const LOOK_EVERY = { later: 2, scheduled: 20 };
const PATIENCE_MS = 5000;

/** Begins to work, as soon as the database answers. */
export async function startWorker(platform: Platform): Promise<JobWorker> {
  const boss = await openBoss(platform);
  let isStopping = false;
  const begun = begin(boss, platform).catch((error) => isStopping || platform.log.error('worker did not begin', error));
  return {
    begun: begun.then(() => {}),
    stop: async () => {
      isStopping = true;
      await boss.stop({ graceful: true, timeout: PATIENCE_MS });
      await begun;
    },
  };
}

/** Jobs not known any more are taken off the schedule. */
async function begin(boss: PgBoss, platform: Platform): Promise<void> {
  await boss.start({ attempts: Number.MAX_SAFE_INTEGER });
  for (const [name, run] of Object.entries(LATER)) {
    await makeQueue(boss, name, LATER_QUEUE);
    await listen(boss, name, LOOK_EVERY.later, (data) => run(platform, data as never), platform);
  }
  for (const [name, { cron, run }] of Object.entries(SCHEDULED)) {
    await makeQueue(boss, name, SCHEDULED_QUEUE);
    await boss.schedule(name, cron, null, { tz: 'UTC' });
    await listen(boss, name, LOOK_EVERY.scheduled, () => run(platform), platform);
  }
  for (const { name } of await boss.getSchedules()) if (SCHEDULED[name] === undefined) await boss.unschedule(name);
}

/** The queue as the running role opens it: it makes no tables. */
export async function openBoss({ backup, log }: Platform): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const { connection } = backup;
  const boss = new PgBoss({
    ...(typeof connection === 'string' ? { connectionString: connection } : (connection as object)),
    max: 2,
    application_name: 'bailang-jobs',
    migrate: false,
    createSchema: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log.error('queue of jobs', error));
  return boss;
}

async function makeQueue(boss: PgBoss, name: string, options: QueueOptions): Promise<void> {
  const { policy, ...changeable } = options;
  await boss.createQueue(name, options);
  await boss.updateQueue(name, changeable);
}

async function listen(boss: PgBoss, name: string, pollingIntervalSeconds: number, run: (data: unknown) => Promise<unknown>, { log }: Platform): Promise<void> {
  await boss.work(name, { pollingIntervalSeconds }, async ([job]) => {
    try {
      await run(job?.data);
    } catch (error) {
      log.error('job failed', error, { job: name });
      throw new Error('see the log');
    }
  });
}
