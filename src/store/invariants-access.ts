// Promises about deciding roles and ways in, as queries that must return nothing. $1 is the region.

import type { SystemPromise } from './invariants.read.ts';

export const ACCESS_PROMISES: readonly SystemPromise[] = [
  {
    name: 'access.counts-once-confirmed',
    says: 'a deciding role that was asked for counts only once its request took effect',
    sql: `SELECT r.request_id AS subject FROM access_request r LEFT JOIN role_grant g ON g.region_id = r.region_id AND g.grant_id = r.grant_id
        LEFT JOIN seat_holding h ON h.region_id = r.region_id AND h.holding_id = r.holding_id
      WHERE r.region_id = $1 AND r.effective_at IS NULL
        AND ((NOT g.waiting AND g.granted_until IS NULL) OR (NOT h.waiting AND (h.held_until IS NULL OR h.held_until > r.stopped_at)))`,
  },
  {
    name: 'access.two-have-a-second',
    says: 'what a second person had to confirm was confirmed by one who neither asked nor was raised',
    sql: `SELECT r.request_id AS subject FROM access_request r WHERE r.region_id = $1 AND r.effective_at IS NOT NULL AND r.route = 'two'
        AND (r.confirmed_by IS NULL OR r.confirmed_by = r.asked_by OR r.confirmed_by = r.person_id)`,
  },
  {
    name: 'access.is-in-the-ledger',
    says: 'every request, its effect and its stop have their rows',
    sql: `SELECT r.request_id AS subject FROM access_request r JOIN LATERAL (VALUES ('access.asked', r.asked_at), ('access.took-effect', r.effective_at)) e (kind, at) ON e.at IS NOT NULL
      WHERE r.region_id = $1 AND NOT EXISTS (SELECT 1 FROM audit_entry a
        WHERE a.region_id = $1 AND a.kind = e.kind AND a.acted_at = e.at AND a.facts::jsonb ->> 'request' = r.request_id::text)`,
  },
];
