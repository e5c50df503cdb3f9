// Promises about people, editions, entries and evidence, as queries that must return nothing. $1 is the region.

import type { SystemPromise } from './invariants.read.ts';

export const ENTRY_PROMISES: readonly SystemPromise[] = [
  {
    name: 'entry.number-has-its-form',
    says: 'every registration number is prefix, year and serial of its entry',
    sql: `SELECT e.entry_id AS subject FROM entry e JOIN edition d USING (region_id, edition_id) JOIN region r USING (region_id)
      WHERE e.region_id = $1 AND e.registration_number IS NOT NULL
        AND e.registration_number <> r.prefix || '-' || d.year || '-' || lpad(e.serial::text, greatest(4, length(e.serial::text)), '0')`,
  },
  {
    name: 'entry.serials-have-no-gap',
    says: 'serials of an edition run from 1 to the counter',
    sql: `SELECT c.edition_id AS subject FROM registration_counter c WHERE c.region_id = $1 AND c.last_serial <>
        (SELECT count(*) FROM entry e WHERE e.region_id = $1 AND e.edition_id = c.edition_id AND e.serial BETWEEN 1 AND c.last_serial)
      UNION SELECT e.entry_id FROM entry e LEFT JOIN registration_counter c USING (region_id, edition_id)
      WHERE e.region_id = $1 AND e.serial > coalesce(c.last_serial, 0)`,
  },
  {
    name: 'entry.submitted-has-snapshot',
    says: 'an entry with a number has at least one snapshot, numbered without gap',
    sql: `SELECT e.entry_id AS subject FROM entry e LEFT JOIN LATERAL
        (SELECT count(*) AS n, max(version) AS last FROM snapshot s WHERE s.region_id = e.region_id AND s.entry_id = e.entry_id) s ON true
      WHERE e.region_id = $1 AND e.registration_number IS NOT NULL AND (s.n = 0 OR s.n <> s.last)`,
  },
  {
    name: 'entry.approved-has-approval',
    says: 'an entry past approval has its newest snapshot approved',
    sql: `SELECT e.entry_id AS subject FROM entry e WHERE e.region_id = $1
        AND e.state IN ('approved', 'in-verification', 'verified', 'eligible', 'refused') AND NOT EXISTS (
          SELECT 1 FROM snapshot s JOIN approval a USING (region_id, snapshot_id) WHERE s.region_id = e.region_id AND s.entry_id = e.entry_id
            AND a.decision = 'approved' AND s.version = (SELECT max(version) FROM snapshot x WHERE x.region_id = e.region_id AND x.entry_id = e.entry_id))`,
  },
  {
    name: 'entry.category-is-of-its-edition',
    says: 'the category of an entry belongs to its edition',
    sql: `SELECT e.entry_id AS subject FROM entry e JOIN category c USING (region_id, category_id)
      WHERE e.region_id = $1 AND c.edition_id <> e.edition_id`,
  },
  {
    name: 'entry.withdrawn-before-approval',
    says: 'a withdrawn entry was never approved',
    sql: `SELECT e.entry_id AS subject FROM entry e WHERE e.region_id = $1 AND e.state = 'withdrawn' AND e.approved_at IS NOT NULL`,
  },
  {
    name: 'snapshot.digest-holds',
    says: 'the digest of a snapshot is the SHA-256 of its canonical text',
    sql: `SELECT snapshot_id AS subject FROM snapshot WHERE region_id = $1 AND digest <> encode(sha256(convert_to(canon, 'UTF8')), 'hex')`,
  },
  {
    name: 'snapshot.body-is-its-canon',
    says: 'the body of a snapshot says what its canonical text says',
    sql: 'SELECT snapshot_id AS subject FROM snapshot WHERE region_id = $1 AND body <> canon::jsonb',
  },
  {
    name: 'profile.newest-is-in-history',
    says: 'each profile part equals its newest history row',
    sql: `SELECT p.entry_id AS subject FROM profile_part p LEFT JOIN profile_part_history h USING (region_id, entry_id, part, revision)
      WHERE p.region_id = $1 AND (h.fields IS NULL OR h.fields <> p.fields)`,
  },
  {
    name: 'claim.newest-is-in-history',
    says: 'each claim equals its newest history row',
    sql: `SELECT c.entry_id AS subject FROM claim c LEFT JOIN claim_history h USING (region_id, entry_id, indicator, revision)
      WHERE c.region_id = $1 AND (h.level IS NULL OR h.level <> c.level OR h.basis IS DISTINCT FROM c.basis)`,
  },
  {
    name: 'stage.window-follows-its-changes',
    says: 'a stage stands as its newest recorded change left it',
    sql: `SELECT s.stage_id AS subject FROM stage s JOIN LATERAL (SELECT opens_to, closes_to FROM stage_change c
        WHERE c.region_id = s.region_id AND c.stage_id = s.stage_id ORDER BY changed_at DESC, change_id DESC LIMIT 1) c ON true
      WHERE s.region_id = $1 AND (s.opens_at <> c.opens_to OR s.closes_at <> c.closes_to)`,
  },
  {
    name: 'rules.versions-have-no-gap',
    says: 'versions of rules and rubrics run from 1 without gap',
    sql: `SELECT category_id AS subject FROM category_rules WHERE region_id = $1 GROUP BY category_id HAVING count(*) <> max(version)
      UNION SELECT category_id FROM category_rubric WHERE region_id = $1 GROUP BY category_id HAVING count(*) <> max(version)`,
  },
  {
    name: 'rules.frozen-after-verification-opened',
    says: 'no version of category rules was decided after verification opened',
    sql: `SELECT r.category_id AS subject FROM category_rules r JOIN category c USING (region_id, category_id)
        JOIN stage s ON s.region_id = c.region_id AND s.edition_id = c.edition_id AND s.kind = 'verification' AND s.dropped_at IS NULL
      WHERE r.region_id = $1 AND r.version > 1 AND r.decided_at >= s.opens_at`,
  },
];
