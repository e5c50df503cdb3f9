// Promises about verification, jury and results, as queries that must return nothing. $1 is the region.

import type { SystemPromise } from './invariants.read.ts';

const COVERED = `SELECT 1 FROM seat_holding h JOIN seat_reach t USING (region_id, seat_id)
  WHERE h.region_id = e.region_id AND t.agency_id = e.agency_id AND greatest(h.held_from, t.reached_from) <= acted.at AND (h.held_until IS NULL OR h.held_until > acted.at - interval '3 years')`;

export const JUDGING_PROMISES: readonly SystemPromise[] = [
  {
    name: 'verdict.snapshot-is-of-its-entry',
    says: 'a verdict is about a snapshot of its own entry',
    sql: `SELECT v.verdict_id AS subject FROM verdict v JOIN snapshot s USING (region_id, snapshot_id)
      WHERE v.region_id = $1 AND s.entry_id <> v.entry_id`,
  },
  {
    name: 'verdict.never-on-the-own-agency',
    says: 'nobody verified an entry of an agency where they hold or held a seat in the last three years, or of their own team',
    sql: `SELECT v.verdict_id AS subject FROM verdict v JOIN entry e USING (region_id, entry_id) CROSS JOIN LATERAL (SELECT v.given_at AS at) acted
      WHERE v.region_id = $1 AND v.inherited_from IS NULL AND (EXISTS (${COVERED} AND h.person_id = v.given_by)
        OR EXISTS (SELECT 1 FROM entry_member m WHERE m.region_id = e.region_id AND m.entry_id = e.entry_id AND m.person_id = v.given_by))`,
  },
  {
    name: 'sheet.never-for-a-recused-pair',
    says: 'a recused juror has no sheet that counts or could count',
    sql: `SELECT s.sheet_id AS subject FROM sheet s JOIN recusal r ON r.region_id = s.region_id AND r.entry_id = s.entry_id AND r.person_id = s.juror_id
      WHERE s.region_id = $1 AND s.state <> 'absent'`,
  },
  {
    name: 'sheet.never-with-a-conflict',
    says: 'no sealed sheet is by a juror of the own agency or team',
    sql: `SELECT s.sheet_id AS subject FROM sheet s JOIN entry e USING (region_id, entry_id) CROSS JOIN LATERAL (SELECT s.saved_at AS at) acted
      WHERE s.region_id = $1 AND s.state = 'sealed' AND (EXISTS (${COVERED} AND h.person_id = s.juror_id)
        OR EXISTS (SELECT 1 FROM entry_member m WHERE m.region_id = e.region_id AND m.entry_id = e.entry_id AND m.person_id = s.juror_id))`,
  },
  {
    name: 'sheet.only-for-finalists',
    says: 'every sheet is about a finalist of its category',
    sql: `SELECT s.sheet_id AS subject FROM sheet s LEFT JOIN finalist f ON f.region_id = s.region_id AND f.entry_id = s.entry_id AND f.category_id = s.category_id
      WHERE s.region_id = $1 AND f.entry_id IS NULL`,
  },
  {
    name: 'sheet.only-after-confirmation',
    says: 'no sheet holds a score before its juror confirmed the conflicts',
    sql: `SELECT s.sheet_id AS subject FROM sheet s LEFT JOIN conflict_confirmation c ON c.region_id = s.region_id AND c.category_id = s.category_id AND c.person_id = s.juror_id
      WHERE s.region_id = $1 AND s.revision > 0 AND c.person_id IS NULL`,
  },
  {
    name: 'sheet.follows-the-rubric',
    says: 'every sheet is written under the newest rubric of its category',
    sql: `SELECT s.sheet_id AS subject FROM sheet s WHERE s.region_id = $1
      AND s.rubric_version <> (SELECT max(b.version) FROM category_rubric b WHERE b.region_id = s.region_id AND b.category_id = s.category_id)`,
  },
  {
    name: 'sheet.newest-is-in-history',
    says: 'a sheet equals its newest history row',
    sql: `SELECT s.sheet_id AS subject FROM sheet s LEFT JOIN sheet_history h USING (region_id, sheet_id, revision)
      WHERE s.region_id = $1 AND s.revision > 0 AND (h.scores IS NULL OR h.scores <> s.scores OR h.comment <> s.comment)`,
  },
  {
    name: 'sheet.sealed-has-its-act',
    says: 'a sealed sheet carries the digest of its newest seal, and that digest is the SHA-256 of the sealed text',
    sql: `SELECT s.sheet_id AS subject FROM sheet s LEFT JOIN LATERAL (SELECT kind, digest, canon FROM sheet_act a
        WHERE a.region_id = s.region_id AND a.sheet_id = s.sheet_id ORDER BY act_no DESC LIMIT 1) a ON true
      WHERE s.region_id = $1 AND s.state = 'sealed'
        AND (a.kind IS DISTINCT FROM 'sealed' OR a.digest <> s.digest OR a.digest <> encode(sha256(convert_to(a.canon, 'UTF8')), 'hex'))`,
  },
  {
    name: 'sheet.open-is-not-sealed-last',
    says: 'a draft or absent sheet was not sealed by its last act',
    sql: `SELECT s.sheet_id AS subject FROM sheet s JOIN LATERAL (SELECT kind FROM sheet_act a
        WHERE a.region_id = s.region_id AND a.sheet_id = s.sheet_id ORDER BY act_no DESC LIMIT 1) a ON true
      WHERE s.region_id = $1 AND s.state <> 'sealed' AND a.kind = 'sealed'`,
  },
  {
    name: 'sheet.no-score-after-its-seal',
    says: 'no score was saved between a seal and its reopening',
    sql: `SELECT h.sheet_id AS subject FROM sheet_history h JOIN LATERAL (SELECT kind FROM sheet_act a WHERE a.region_id = h.region_id
        AND a.sheet_id = h.sheet_id AND a.acted_at < h.saved_at ORDER BY act_no DESC LIMIT 1) a ON true
      WHERE h.region_id = $1 AND a.kind = 'sealed'`,
  },
  {
    name: 'finalist.is-announced-and-eligible',
    says: 'a finalist is an eligible entry of a category whose list was announced',
    sql: `SELECT f.entry_id AS subject FROM finalist f JOIN entry e USING (region_id, entry_id)
        LEFT JOIN shortlist_announcement a ON a.region_id = f.region_id AND a.category_id = f.category_id
      WHERE f.region_id = $1 AND (a.category_id IS NULL OR e.state <> 'eligible' OR e.category_id <> f.category_id)`,
  },
  {
    name: 'result.digest-holds',
    says: 'the digest of a result is the SHA-256 of its frozen inputs and numbers',
    sql: `SELECT result_id AS subject FROM result_version WHERE region_id = $1
        AND (body <> body_canon::jsonb OR inputs <> inputs_canon::jsonb OR digest <> encode(sha256(convert_to(inputs_canon || E'\\n' || body_canon, 'UTF8')), 'hex'))`,
  },
  {
    name: 'signature.carries-the-digest',
    says: 'whoever signed or certified a result signed its digest',
    sql: `SELECT s.result_id AS subject FROM result_signature s JOIN result_version v USING (region_id, result_id) WHERE s.region_id = $1 AND s.digest <> v.digest
      UNION SELECT c.result_id FROM result_certification c JOIN result_version v USING (region_id, result_id) WHERE c.region_id = $1 AND c.digest <> v.digest`,
  },
  {
    name: 'signature.is-by-the-panel',
    says: 'a signature is by a juror of the category',
    sql: `SELECT s.result_id AS subject FROM result_signature s JOIN result_version v USING (region_id, result_id)
        LEFT JOIN panel_juror j ON j.region_id = v.region_id AND j.category_id = v.category_id AND j.person_id = s.person_id
      WHERE s.region_id = $1 AND j.person_id IS NULL`,
  },
  {
    name: 'certification.has-every-signature',
    says: 'a certified result was signed by every juror whose sheet counts and by the chair',
    sql: `SELECT c.result_id AS subject FROM result_certification c JOIN result_version v USING (region_id, result_id)
        JOIN panel_juror j ON j.region_id = v.region_id AND j.category_id = v.category_id
      WHERE c.region_id = $1 AND (j.is_chair OR EXISTS (SELECT 1 FROM sheet s WHERE s.region_id = j.region_id AND s.category_id = j.category_id
          AND s.juror_id = j.person_id AND s.state = 'sealed'))
        AND NOT EXISTS (SELECT 1 FROM result_signature g WHERE g.region_id = c.region_id AND g.result_id = c.result_id AND g.person_id = j.person_id)`,
  },
  {
    name: 'certification.is-by-somebody-else',
    says: 'nobody certified a result they computed',
    sql: `SELECT c.result_id AS subject FROM result_certification c JOIN result_version v USING (region_id, result_id)
      WHERE c.region_id = $1 AND c.certified_by = v.computed_by`,
  },
  {
    name: 'publication.is-certified-and-by-somebody-else',
    says: 'a published result is certified, and not published by whoever certified it',
    sql: `SELECT p.publication_id AS subject FROM publication p LEFT JOIN result_certification c USING (region_id, result_id)
      WHERE p.region_id = $1 AND p.kind = 'result' AND (c.result_id IS NULL OR c.certified_by = p.published_by)`,
  },
  {
    name: 'bundle.digest-holds',
    says: 'the digest of a bundle is the root of its part digests (in the first form the SHA-256 of its text), and the ledger has it',
    sql: `SELECT b.publication_id AS subject FROM publication_bundle b JOIN publication p USING (region_id, publication_id)
      WHERE b.region_id = $1 AND (b.digest <> encode(sha256(convert_to(CASE WHEN b.body LIKE '{"bailang":"bundle/1"%' THEN b.body
            ELSE left(b.body, strpos(b.body, ',"parts":') - 1) || '}' END, 'UTF8')), 'hex')
        OR NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.region_id = b.region_id AND a.kind = 'result.bundled' AND a.subject_id = p.result_id
          AND a.facts::jsonb ->> 'digest' = b.digest))`,
  },
  {
    name: 'publication.digest-holds',
    says: 'what the public reads is the published text, and its digest holds',
    sql: `SELECT publication_id AS subject FROM publication WHERE region_id = $1
        AND (body <> canon::jsonb OR digest <> encode(sha256(convert_to(canon, 'UTF8')), 'hex'))`,
  },
  {
    name: 'bulk.taken-back-holds-nothing',
    says: 'what was taken back within its half minute assigns nobody',
    sql: `SELECT b.bulk_id AS subject FROM bulk_act b JOIN verification_assignment v ON v.region_id = b.region_id AND v.person_id = b.person_id AND v.entry_id = ANY(b.entry_ids)
        AND v.assigned_at = b.acted_at AND v.assigned_by = b.acted_by WHERE b.region_id = $1 AND b.undone_at > v.assigned_at`,
  },
];
