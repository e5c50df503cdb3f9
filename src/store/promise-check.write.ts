import type { Queryable } from '../platform/db.ts';
import type { PromiseCheck } from './promise-check.read.ts';

export async function addPromiseCheck(db: Queryable, regionId: string, check: PromiseCheck): Promise<void> {
  await db.run('INSERT INTO promise_check (region_id, check_id, started_at, finished_at, broken) VALUES ($1, $2, $3, $4, $5)', [
    regionId,
    check.checkId,
    check.startedAt,
    check.finishedAt,
    check.broken,
  ]);
}
