// Browsers that a person once signed in with, and what everybody knows of the person.

import type { Known } from '../domain/access/password.ts';
import type { Queryable } from '../platform/db.ts';

/** Whether the person once signed in with the browser that holds the mark. */
export async function isKnownDevice(db: Queryable, regionId: string, personId: string, markSha256: Buffer): Promise<boolean> {
  const row = await db.one('SELECT 1 AS one FROM device_mark WHERE region_id = $1 AND person_id = $2 AND mark_sha256 = $3', [regionId, personId, markSha256]);
  return row !== null;
}

export async function findKnown(db: Queryable, regionId: string, personId: string): Promise<Known | null> {
  return db.one<Known>(
    `SELECT p.name, p.nip, p.email, ARRAY(SELECT DISTINCT x.name FROM seat_holding h JOIN seat s USING (region_id, seat_id) JOIN agency a USING (region_id, agency_id),
         LATERAL (VALUES (a.name), (a.short_name)) x (name) WHERE h.region_id = p.region_id AND h.person_id = p.person_id) AS agencies
     FROM person p WHERE p.region_id = $1 AND p.person_id = $2`,
    [regionId, personId],
  );
}
