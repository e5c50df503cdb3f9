// Requests for deciding roles and for ways in, written.

import type { AccessKind, AccessRoute } from '../domain/access/request.ts';
import type { GrantedRole } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewRequest {
  readonly requestId: string;
  readonly kind: AccessKind;
  readonly personId: string | null;
  readonly role: GrantedRole | null;
  readonly grantId: string | null;
  readonly seatId: string | null;
  readonly holdingId: string | null;
  readonly editionId: string | null;
  readonly categoryId: string | null;
  readonly reason: string;
  readonly askedBy: string | null;
  readonly askedAt: Instant;
  readonly route: AccessRoute;
  readonly dueAt: Instant | null;
}

export async function insertRequest(tx: Queryable, regionId: string, one: NewRequest): Promise<void> {
  await tx.run(
    `INSERT INTO access_request (region_id, request_id, kind, person_id, role, grant_id, seat_id, holding_id, edition_id, category_id, reason, asked_by, asked_at, route, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      regionId,
      one.requestId,
      one.kind,
      one.personId,
      one.role,
      one.grantId,
      one.seatId,
      one.holdingId,
      one.editionId,
      one.categoryId,
      one.reason,
      one.askedBy,
      one.askedAt,
      one.route,
      one.dueAt,
    ],
  );
}

/** What was given counts from now on. */
export async function endWaiting(
  tx: Queryable,
  regionId: string,
  given: { readonly grantId: string | null; readonly holdingId: string | null },
): Promise<void> {
  await tx.run('UPDATE role_grant SET waiting = false WHERE region_id = $1 AND grant_id = $2 AND waiting', [regionId, given.grantId]);
  await tx.run('UPDATE seat_holding SET waiting = false WHERE region_id = $1 AND holding_id = $2 AND waiting', [regionId, given.holdingId]);
}

/** What was given ends, whether it counted or not. */
export async function takeBack(
  tx: Queryable,
  regionId: string,
  given: { readonly grantId: string | null; readonly holdingId: string | null },
  now: Instant,
): Promise<void> {
  await tx.run('UPDATE role_grant SET granted_until = greatest(granted_from, $3) WHERE region_id = $1 AND grant_id = $2 AND granted_until IS NULL', [
    regionId,
    given.grantId,
    now,
  ]);
  await tx.run(
    `UPDATE seat_holding SET held_until = CASE WHEN delegation IS NULL THEN greatest($3, held_from + interval '1 millisecond') ELSE greatest($3, held_from) END
     WHERE region_id = $1 AND holding_id = $2 AND (held_until IS NULL OR held_until > $3)`,
    [regionId, given.holdingId, now],
  );
}

export async function markEffective(
  tx: Queryable,
  regionId: string,
  requestId: string,
  by: { readonly confirmedBy: string | null; readonly byOwnCode: boolean },
  now: Instant,
): Promise<number> {
  return tx.run(
    `UPDATE access_request SET effective_at = $5, confirmed_by = $3, by_own_code = $4 WHERE region_id = $1 AND request_id = $2 AND effective_at IS NULL AND stopped_at IS NULL`,
    [regionId, requestId, by.confirmedBy, by.byOwnCode, now],
  );
}

export async function markStopped(tx: Queryable, regionId: string, requestId: string, by: string | null, now: Instant): Promise<number> {
  return tx.run(`UPDATE access_request SET stopped_at = $4, stopped_by = $3 WHERE region_id = $1 AND request_id = $2 AND stopped_at IS NULL`, [
    regionId,
    requestId,
    by,
    now,
  ]);
}

/** Somebody else has looked at what was set up alone. */
export async function markReviewed(tx: Queryable, regionId: string, requestIds: readonly string[], by: string, now: Instant): Promise<number> {
  return tx.run(
    `UPDATE access_request SET reviewed_by = $3, reviewed_at = $4 WHERE region_id = $1 AND request_id = ANY($2) AND route = 'alone' AND reviewed_at IS NULL AND stopped_at IS NULL`,
    [regionId, requestIds, by, now],
  );
}

/** Requests whose grant or seat ended by another way are over. */
export async function stopEnded(tx: Queryable, regionId: string, by: string | null, now: Instant): Promise<number> {
  return tx.run(
    `UPDATE access_request r SET stopped_at = $3, stopped_by = $2 WHERE r.region_id = $1 AND r.effective_at IS NULL AND r.stopped_at IS NULL
       AND (EXISTS (SELECT 1 FROM role_grant g WHERE g.region_id = r.region_id AND g.grant_id = r.grant_id AND g.granted_until <= $3)
         OR EXISTS (SELECT 1 FROM seat_holding h WHERE h.region_id = r.region_id AND h.holding_id = r.holding_id AND h.held_until <= $3))`,
    [regionId, by, now],
  );
}

/** The password and every way in that a link or a sign-on brought: whoever came by it does not come again. */
export async function forgetPassword(tx: Queryable, regionId: string, personId: string): Promise<void> {
  await tx.run('UPDATE person SET password_hash = NULL WHERE region_id = $1 AND person_id = $2', [regionId, personId]);
}
