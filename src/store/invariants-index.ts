// Promises about the region's index, as queries that must return nothing. $1 is the region.

import type { SystemPromise } from './invariants.read.ts';

export const INDEX_PROMISES: readonly SystemPromise[] = [
  {
    name: 'spd.revisions-have-no-gap',
    says: "saves of the region's own levels are numbered from 1 without a gap, and in the order of time",
    sql: `SELECT year AS subject FROM region_spd_level WHERE region_id = $1 GROUP BY year HAVING count(DISTINCT revision) <> max(revision)
      UNION SELECT a.year FROM region_spd_level a JOIN region_spd_level b ON b.region_id = a.region_id AND b.year = a.year AND b.revision = a.revision + 1
        WHERE a.region_id = $1 AND b.saved_at < a.saved_at`,
  },
  {
    name: 'ledger.has-each-spd-save',
    says: "each save of the region's own levels left its row with exactly those levels",
    sql: `SELECT x.year || ' ' || x.revision AS subject FROM (SELECT year, revision, jsonb_agg(indicator || '=' || coalesce(level::text, '') ORDER BY indicator COLLATE "C") AS levels
        FROM region_spd_level WHERE region_id = $1 GROUP BY year, revision) x
      WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.region_id = $1 AND a.kind = 'index.spd-saved' AND a.subject_id = $1
        AND (a.facts::jsonb ->> 'year')::int = x.year AND (a.facts::jsonb ->> 'revision')::int = x.revision
        AND (SELECT jsonb_agg(l ORDER BY l #>> '{}' COLLATE "C") FROM jsonb_array_elements(a.facts::jsonb -> 'levels') l) = x.levels)`,
  },
];
