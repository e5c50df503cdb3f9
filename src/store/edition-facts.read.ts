// What an edition has and still has to do, counted in two queries: the facts its check lists judge.

import type { CategoryFacts, EditionFacts } from '../domain/edition/readiness.ts';
import { bindsSince } from '../domain/jury/conflict.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

const HELD = 'h.held_from <= $3 AND (h.held_until IS NULL OR h.held_until > $3)';
const seatless = (role: string) => `count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM seat s JOIN seat_holding h USING (region_id, seat_id)
  JOIN person p USING (region_id, person_id) WHERE s.region_id = a.region_id AND s.agency_id = a.agency_id AND s.role = '${role}' AND ${HELD} AND p.disabled_at IS NULL))`;
const VERIFIERS = `SELECT DISTINCT g.person_id FROM grant_holder g JOIN person p USING (region_id, person_id)
  WHERE g.region_id = $1 AND g.role = 'verifier' AND (g.edition_id IS NULL OR g.edition_id = $2) AND p.disabled_at IS NULL
    AND g.granted_from <= $3 AND (g.granted_until IS NULL OR g.granted_until > $3)`;

/** Whether juror `p` does not score entry `x`: recused, of its team, or with a seat there since $4. */
const TIED = `(EXISTS (SELECT 1 FROM recusal q WHERE q.region_id = $1 AND q.entry_id = x.entry_id AND q.person_id = p.person_id)
  OR EXISTS (SELECT 1 FROM entry_member m WHERE m.region_id = $1 AND m.entry_id = x.entry_id AND m.person_id = p.person_id)
  OR EXISTS (SELECT 1 FROM seat_reach r JOIN seat_holding h USING (region_id, seat_id) WHERE r.region_id = $1 AND r.agency_id = x.agency_id AND h.person_id = p.person_id
    AND greatest(h.held_from, r.reached_from) <= $3 AND (h.held_until IS NULL OR h.held_until > $4)))`;

/** Facts of an edition at `now`. Agencies and seats are as they stand now, also for a past stage. */
export async function readEditionFacts(db: Queryable, regionId: string, editionId: string, now: Instant): Promise<EditionFacts> {
  const edition = await db.one<Omit<EditionFacts, 'categories'>>(
    `SELECT (SELECT count(*)::int FROM (${VERIFIERS}) v) AS verifiers, e.venue <> '' AS "hasVenue", trim(coalesce(e.texts ->> 'contact', '')) <> '' AS "hasContact",
       (SELECT count(DISTINCT g.person_id)::int FROM grant_holder g WHERE g.region_id = $1 AND g.role = 'leader'
         AND g.granted_from <= $3 AND (g.granted_until IS NULL OR g.granted_until > $3)) AS leaders,
       ARRAY(SELECT DISTINCT p.name FROM grant_holder g JOIN person p USING (region_id, person_id) WHERE g.region_id = $1 AND g.role = 'admin'
         AND p.disabled_at IS NULL AND g.granted_from <= $3 AND (g.granted_until IS NULL OR g.granted_until > $3) ORDER BY p.name) AS admins
     FROM edition e WHERE e.region_id = $1 AND e.edition_id = $2`,
    [regionId, editionId, now],
  );
  return {
    ...(edition ?? { verifiers: 0, leaders: 0, hasVenue: false, hasContact: false, admins: [] }),
    categories: await readCategoryFacts(db, regionId, editionId, now),
  };
}

async function readCategoryFacts(db: Queryable, regionId: string, editionId: string, now: Instant): Promise<readonly CategoryFacts[]> {
  return db.all<CategoryFacts>(
    `WITH verifier AS (${VERIFIERS})
     SELECT c.code, c.name, r.body ->> 'approver' AS approver, coalesce((b.body ->> 'minJurors')::int, 0) AS "minJurors",
       a.agencies, a.without_innovator AS "withoutInnovator", a.without_head AS "withoutHead", j.jurors, least(j.jurors, k.free) AS "freeJurors", j.has_chair AS "hasChair",
       coalesce(jsonb_array_length(d.prizes -> c.code), 0) > 0 AS "hasPrizes", e.entries, e.unapproved, e.unverified, e.needs_outside AS "needsOutside",
       EXISTS (SELECT 1 FROM shortlist_announcement n WHERE n.region_id = $1 AND n.category_id = c.category_id) AS "isAnnounced",
       u.unsealed, EXISTS (SELECT 1 FROM publication p WHERE p.region_id = $1 AND p.category_id = c.category_id AND p.kind = 'result') AS "isPublished"
     FROM category c JOIN edition d USING (region_id, edition_id)
     LEFT JOIN LATERAL (SELECT body FROM category_rules x WHERE x.region_id = $1 AND x.category_id = c.category_id ORDER BY version DESC LIMIT 1) r ON true
     LEFT JOIN LATERAL (SELECT body FROM category_rubric x WHERE x.region_id = $1 AND x.category_id = c.category_id ORDER BY version DESC LIMIT 1) b ON true
     CROSS JOIN LATERAL (SELECT count(*)::int AS agencies, ${seatless('innovator')}::int AS without_innovator, ${seatless('head')}::int AS without_head
       FROM agency a WHERE a.region_id = $1 AND r.body -> 'whoEnters' ? a.kind) a
     CROSS JOIN LATERAL (SELECT count(*)::int AS jurors, coalesce(bool_or(is_chair), false) AS has_chair FROM panel_juror x
       WHERE x.region_id = $1 AND x.category_id = c.category_id) j
     CROSS JOIN LATERAL (SELECT min((SELECT count(*)::int FROM panel_juror p WHERE p.region_id = $1 AND p.category_id = c.category_id AND NOT ${TIED})) AS free
       FROM finalist f JOIN entry x USING (region_id, entry_id) WHERE f.region_id = $1 AND f.category_id = c.category_id) k
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE x.state NOT IN ('draft', 'submitted', 'returned-by-head', 'withdrawn'))::int AS entries,
         count(*) FILTER (WHERE x.state = 'submitted')::int AS unapproved,
         count(*) FILTER (WHERE x.state IN ('approved', 'in-verification', 'returned-for-repair'))::int AS unverified,
         count(*) FILTER (WHERE x.state IN ('approved', 'in-verification') AND NOT EXISTS (SELECT 1 FROM verifier v
           WHERE NOT EXISTS (SELECT 1 FROM entry_member m WHERE m.region_id = $1 AND m.entry_id = x.entry_id AND m.person_id = v.person_id)
             AND NOT EXISTS (SELECT 1 FROM seat s JOIN seat_holding h USING (region_id, seat_id) WHERE s.region_id = $1 AND s.agency_id = x.agency_id
               AND h.person_id = v.person_id AND (h.held_until IS NULL OR h.held_until > $4))))::int AS needs_outside
       FROM entry x WHERE x.region_id = $1 AND x.category_id = c.category_id) e
     CROSS JOIN LATERAL (SELECT count(*)::int AS unsealed FROM panel_juror p JOIN finalist f USING (region_id, category_id)
       WHERE p.region_id = $1 AND p.category_id = c.category_id
         AND NOT EXISTS (SELECT 1 FROM recusal q WHERE q.region_id = $1 AND q.entry_id = f.entry_id AND q.person_id = p.person_id)
         AND NOT EXISTS (SELECT 1 FROM sheet s WHERE s.region_id = $1 AND s.entry_id = f.entry_id AND s.juror_id = p.person_id AND s.state IN ('sealed', 'absent'))) u
     WHERE c.region_id = $1 AND c.edition_id = $2 AND c.dropped_at IS NULL ORDER BY c.position`,
    [regionId, editionId, now, bindsSince(now)],
  );
}
