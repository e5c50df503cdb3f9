// Promises about seats and who holds them, as queries that must return nothing. $1 is the region.

import type { SystemPromise } from './invariants.read.ts';

export const PEOPLE_PROMISES: readonly SystemPromise[] = [
  {
    name: 'session.none-for-disabled-people',
    says: 'a disabled person has no open session',
    sql: `SELECT s.session_id AS subject FROM session s JOIN person p USING (region_id, person_id)
      WHERE s.region_id = $1 AND p.disabled_at IS NOT NULL AND s.ended_at IS NULL`,
  },
  {
    name: 'handover.received-moved-the-seat',
    says: 'a handover that was received ended the giver and began the receiver in the same moment',
    sql: `SELECT v.handover_id AS subject FROM handover v WHERE v.region_id = $1 AND v.received_at IS NOT NULL AND (NOT EXISTS (
        SELECT 1 FROM seat_holding h WHERE h.region_id = v.region_id AND h.seat_id = v.seat_id AND h.person_id = v.receiver_id AND h.delegation IS NULL
          AND h.held_from = v.received_at)
      OR EXISTS (SELECT 1 FROM seat_holding h WHERE h.region_id = v.region_id AND h.seat_id = v.seat_id AND h.person_id = v.giver_id AND h.delegation IS NULL
          AND h.held_from < v.received_at AND (h.held_until IS NULL OR h.held_until > v.received_at)))`,
  },
  {
    name: 'handover.received-is-in-the-ledger',
    says: 'a handover that was received has its row',
    sql: `SELECT v.handover_id AS subject FROM handover v WHERE v.region_id = $1 AND v.received_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit_entry a
        WHERE a.region_id = $1 AND a.kind = 'seat.handed-over' AND a.subject_id = v.receiver_id AND a.facts::jsonb ->> 'handover' = v.handover_id::text)`,
  },
  {
    name: 'delegation.one-at-a-time',
    says: 'two delegations of a seat never stand at once',
    sql: `SELECT h.seat_id AS subject FROM seat_holding h JOIN seat_holding o ON o.region_id = h.region_id AND o.seat_id = h.seat_id AND o.holding_id > h.holding_id
        AND o.delegation IS NOT NULL AND o.held_from < h.held_until AND h.held_from < o.held_until
      WHERE h.region_id = $1 AND h.delegation IS NOT NULL`,
  },
  {
    name: 'agency.merged-holds-no-seat',
    says: 'nobody sits in an agency that was merged into another',
    sql: `SELECT m.agency_id AS subject FROM agency_merge m JOIN seat s USING (region_id, agency_id) JOIN seat_holding h USING (region_id, seat_id)
      WHERE m.region_id = $1 AND h.held_until IS NULL`,
  },
  {
    name: 'agency.is-called-as-renamed',
    says: 'an agency is called what its newest rename says',
    sql: `SELECT a.agency_id AS subject FROM agency a JOIN LATERAL (SELECT name_to, short_to, kind_to FROM agency_rename r
        WHERE r.region_id = a.region_id AND r.agency_id = a.agency_id ORDER BY renamed_at DESC, rename_id DESC LIMIT 1) r ON true
      WHERE a.region_id = $1 AND (a.name, a.short_name, a.kind) IS DISTINCT FROM (r.name_to, r.short_to, r.kind_to)`,
  },
];
