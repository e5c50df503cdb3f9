-- What the board lists of an entry, kept beside its state, so that a list of a thousand entries adds nothing up: points of the newest
-- snapshot as claimed, the same as verified (null while a claim waits for its verdict), and when the entry last moved.
ALTER TABLE entry
  ADD COLUMN claimed_points numeric CHECK (claimed_points >= 0),
  ADD COLUMN verified_points numeric CHECK (verified_points BETWEEN 0 AND claimed_points),
  ADD COLUMN moved_at timestamptz;

-- Entries that stand already: every live edition of that day is judged by the catalogue iid-2026, whose weights these are.
WITH weight (code, weight) AS (VALUES ('SID-16', 3), ('SID-17', 2), ('SID-18', 2), ('SID-19', 2), ('SID-20', 1), ('SID-21', 2), ('SID-22', 1),
    ('SID-23', 1), ('SID-24', 1), ('SID-25', 1), ('SID-26', 1), ('SID-27', 1), ('SID-28', 2), ('SID-29', 1), ('SID-30', 2), ('SID-31', 3),
    ('SID-32', 2), ('SID-33', 3), ('SID-34', 2), ('SID-35', 4)),
  newest AS (SELECT DISTINCT ON (region_id, entry_id) region_id, entry_id, snapshot_id, body, taken_at FROM snapshot ORDER BY region_id, entry_id, version DESC),
  judged AS (SELECT DISTINCT ON (region_id, snapshot_id, indicator) region_id, snapshot_id, indicator, kind, level, given_at FROM verdict
    ORDER BY region_id, snapshot_id, indicator, serial DESC),
  figure AS (SELECT n.region_id, n.entry_id, n.taken_at, max(j.given_at) AS judged_at, sum(w.weight * (x ->> 'level')::int) AS claimed,
      CASE WHEN bool_or((x ->> 'level')::int > 0 AND (j.kind IS NULL OR j.kind = 'repair')) THEN NULL ELSE sum(w.weight * coalesce(j.level, 0)) END AS verified
    FROM newest n CROSS JOIN jsonb_array_elements(n.body -> 'indicators') x JOIN weight w ON w.code = x ->> 'code'
      LEFT JOIN judged j ON j.region_id = n.region_id AND j.snapshot_id = n.snapshot_id AND j.indicator = w.code
    GROUP BY n.region_id, n.entry_id, n.taken_at)
UPDATE entry e SET claimed_points = f.claimed, verified_points = f.verified, moved_at = greatest(f.taken_at, f.judged_at, e.approved_at)
FROM figure f WHERE f.region_id = e.region_id AND f.entry_id = e.entry_id;
