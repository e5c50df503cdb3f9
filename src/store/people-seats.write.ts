// Delegations, handovers and roles of seats, written.

import type { GrantedRole } from '../domain/people/role.ts';
import type { Delegation } from '../domain/people/seat.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewDelegation {
  readonly holdingId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly delegation: Delegation;
  readonly delegatedBy: string;
  readonly letter: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly waiting: boolean;
}

/** Rows: 0 when this very delegation was made before. */
export async function insertDelegation(tx: Queryable, regionId: string, one: NewDelegation): Promise<number> {
  return tx.run(
    `INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from, held_until, delegation, delegated_by, letter, waiting)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [regionId, one.holdingId, one.seatId, one.personId, one.from, one.until, one.delegation, one.delegatedBy, one.letter, one.waiting],
  );
}

/** Ends delegations of the seat now, one or all of them; one that has not begun never does. Rows ended. */
export async function endDelegations(
  tx: Queryable,
  regionId: string,
  seatId: string,
  holdingId: string | null,
  now: Instant,
): Promise<readonly { readonly personId: string }[]> {
  return tx.all(
    `UPDATE seat_holding SET held_until = greatest(held_from, $4) WHERE region_id = $1 AND seat_id = $2 AND ($3::uuid IS NULL OR holding_id = $3)
       AND delegation IS NOT NULL AND held_until > $4 RETURNING person_id AS "personId"`,
    [regionId, seatId, holdingId, now],
  );
}

/** Ends what was done in the name of a holder who goes; whoever acts in the empty seat (Plt.) stays. */
export async function endStandIns(tx: Queryable, regionId: string, seatId: string, now: Instant): Promise<readonly { readonly personId: string }[]> {
  return tx.all(
    `UPDATE seat_holding SET held_until = greatest(held_from, $3) WHERE region_id = $1 AND seat_id = $2 AND delegation IN ('plh', 'an') AND held_until > $3
     RETURNING person_id AS "personId"`,
    [regionId, seatId, now],
  );
}

export interface NewHandover {
  readonly handoverId: string;
  readonly seatId: string;
  readonly giverId: string | null;
  readonly receiverId: string;
  readonly letter: string;
  readonly givenBy: string;
  readonly givenAt: Instant;
}

/** Rows: 0 when another handover of the seat is open, or this one stands already. */
export async function insertHandover(tx: Queryable, regionId: string, one: NewHandover): Promise<number> {
  return tx.run(
    `INSERT INTO handover (region_id, handover_id, seat_id, giver_id, receiver_id, letter, given_by, given_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [regionId, one.handoverId, one.seatId, one.giverId, one.receiverId, one.letter, one.givenBy, one.givenAt],
  );
}

export async function receiveHandover(tx: Queryable, regionId: string, handoverId: string, now: Instant): Promise<number> {
  return tx.run('UPDATE handover SET received_at = $3 WHERE region_id = $1 AND handover_id = $2 AND received_at IS NULL AND ended_at IS NULL', [
    regionId,
    handoverId,
    now,
  ]);
}

export async function endHandover(tx: Queryable, regionId: string, handoverId: string, by: string, now: Instant): Promise<number> {
  return tx.run('UPDATE handover SET ended_at = $4, ended_by = $3 WHERE region_id = $1 AND handover_id = $2 AND received_at IS NULL AND ended_at IS NULL', [
    regionId,
    handoverId,
    by,
    now,
  ]);
}

/** Calls off whatever handover of the seat is open: the seat went another way. */
export async function endHandoversOf(tx: Queryable, regionId: string, seatId: string, by: string | null, now: Instant): Promise<number> {
  return tx.run(
    `UPDATE handover SET ended_at = $4, ended_by = coalesce($3, given_by) WHERE region_id = $1 AND seat_id = $2 AND received_at IS NULL AND ended_at IS NULL`,
    [regionId, seatId, by, now],
  );
}

export async function insertSeatGrant(
  tx: Queryable,
  regionId: string,
  grant: { readonly grantId: string; readonly seatId: string; readonly role: GrantedRole; readonly waiting: boolean },
  now: Instant,
): Promise<number> {
  return tx.run('INSERT INTO role_grant (region_id, grant_id, seat_id, role, granted_from, waiting) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [
    regionId,
    grant.grantId,
    grant.seatId,
    grant.role,
    now,
    grant.waiting,
  ]);
}

export async function endSeatGrants(tx: Queryable, regionId: string, seatId: string, role: GrantedRole, now: Instant): Promise<number> {
  return tx.run('UPDATE role_grant SET granted_until = $4 WHERE region_id = $1 AND seat_id = $2 AND role = $3 AND granted_until IS NULL', [
    regionId,
    seatId,
    role,
    now,
  ]);
}
