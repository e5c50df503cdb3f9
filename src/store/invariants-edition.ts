// Promises about editions and catalogues, as queries that must return nothing. $1 is the region.

import type { SystemPromise } from './invariants.read.ts';

export const EDITION_PROMISES: readonly SystemPromise[] = [
  {
    name: 'edition.stands-as-changed',
    says: 'name, place, words and prizes of an edition are what the newest recorded change made them',
    sql: `SELECT e.edition_id AS subject FROM edition e JOIN LATERAL (SELECT after FROM edition_change c
        WHERE c.region_id = e.region_id AND c.edition_id = e.edition_id AND c.part = 'settings' ORDER BY changed_at DESC, change_id DESC LIMIT 1) c ON true
      WHERE e.region_id = $1 AND jsonb_build_object('name', e.name, 'venue', e.venue, 'texts', e.texts, 'prizes', e.prizes) <> c.after`,
  },
  {
    name: 'stage.dropped-before-it-opened',
    says: 'a stage or category was taken away before it opened, with its reason',
    sql: `SELECT s.stage_id AS subject FROM stage s WHERE s.region_id = $1 AND s.dropped_at IS NOT NULL AND (s.opens_at <= s.dropped_at
        OR NOT EXISTS (SELECT 1 FROM edition_change c WHERE c.region_id = $1 AND c.subject_id = s.stage_id AND c.after IS NULL))
      UNION SELECT k.category_id FROM category k WHERE k.region_id = $1 AND k.dropped_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM entry n WHERE n.region_id = $1 AND n.category_id = k.category_id)`,
  },
  {
    name: 'catalogue.is-its-digest',
    says: 'a catalogue holds what its digest and its code say',
    sql: `SELECT code AS subject FROM catalogue WHERE region_id = $1
      AND (encode(sha256(convert_to(body, 'UTF8')), 'hex') <> digest OR code <> 'iid-' || year || '-' || left(digest, 8))`,
  },
  {
    name: 'catalogue.never-backwards',
    says: 'no catalogue was adopted after its year was over, and no edition is bound to one of a later year or to one that was not adopted',
    sql: `SELECT a.code AS subject FROM catalogue_adoption a JOIN catalogue c USING (region_id, code) JOIN region r USING (region_id)
      WHERE a.region_id = $1 AND c.year < extract(year FROM a.adopted_at AT TIME ZONE r.zone)
      UNION SELECT e.instrument FROM edition e LEFT JOIN catalogue c ON c.region_id = e.region_id AND c.code = e.instrument
        LEFT JOIN catalogue_adoption a ON a.region_id = e.region_id AND a.code = e.instrument
      WHERE e.region_id = $1 AND e.kind = 'live' AND e.instrument ~ '^iid-[0-9]{4}-' AND (c.code IS NULL OR a.code IS NULL OR c.year > e.year)`,
  },
];
