import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface PromiseCheck {
  readonly checkId: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  /** Names of the promises that did not hold. */
  readonly broken: readonly string[];
}

export async function newestPromiseCheck(db: Queryable, regionId: string): Promise<PromiseCheck | null> {
  return db.one<PromiseCheck>(
    `SELECT check_id AS "checkId", started_at AS "startedAt", finished_at AS "finishedAt", broken
     FROM promise_check WHERE region_id = $1 ORDER BY finished_at DESC, check_id DESC LIMIT 1`,
    [regionId],
  );
}
