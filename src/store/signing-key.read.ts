// Signing keys, read: one's own, those of a category, and where a person signs.

import type { OwnedKey } from '../domain/proof/key-list.ts';
import type { SigningCapacity } from '../domain/proof/signature.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** A key as its owner knows it. */
export interface SigningKey extends Omit<OwnedKey, 'capacity'> {
  readonly name: string;
}

const KEY = `k.credential_id AS "credentialId", k.person_id AS "personId", rtrim(translate(encode(k.public_key, 'base64'), E'+/\\n', '-_'), '=') AS "publicKey", k.algorithm,
  k.rp_id AS "rpId", k.origin, k.name, k.enrolled_at AS "enrolledAt", k.confirmed_at AS "confirmedAt", k.ended_at AS "endedAt"`;

/** The newest first. */
export async function listOwnSigningKeys(db: Queryable, regionId: string, personId: string): Promise<readonly SigningKey[]> {
  return db.all<SigningKey>(`SELECT ${KEY} FROM signing_key k WHERE k.region_id = $1 AND k.person_id = $2 ORDER BY k.enrolled_at DESC, k.credential_id`, [
    regionId,
    personId,
  ]);
}

/** The same, held until the act ends: none of them is ended in between. */
export async function lockOwnSigningKeys(tx: Queryable, regionId: string, personId: string): Promise<readonly SigningKey[]> {
  return tx.all<SigningKey>(`SELECT ${KEY} FROM signing_key k WHERE k.region_id = $1 AND k.person_id = $2 ORDER BY k.credential_id FOR SHARE`, [
    regionId,
    personId,
  ]);
}

/** One key, held until the act ends. */
export async function lockSigningKey(tx: Queryable, regionId: string, credentialId: string): Promise<SigningKey | null> {
  return tx.one<SigningKey>(`SELECT ${KEY} FROM signing_key k WHERE k.region_id = $1 AND k.credential_id = $2 FOR UPDATE`, [regionId, credentialId]);
}

/** Opening of the presentation of an edition: null when it has no such stage. */
const OPENS = `(SELECT min(s.opens_at) FROM stage s WHERE s.region_id = e.region_id AND s.edition_id = e.edition_id AND s.kind = 'presentation' AND s.dropped_at IS NULL) AS "opensAt"`;

export interface SigningPlace {
  readonly year: number;
  readonly opensAt: Instant | null;
}

export async function findSigningPlace(db: Queryable, regionId: string, categoryId: string): Promise<SigningPlace | null> {
  return db.one<SigningPlace>(
    `SELECT e.year, ${OPENS} FROM category c JOIN edition e USING (region_id, edition_id) WHERE c.region_id = $1 AND c.category_id = $2`,
    [regionId, categoryId],
  );
}

export interface SigningDuty extends SigningPlace {
  readonly editionId: string;
  readonly categoryId: string;
  readonly category: string;
  readonly capacity: SigningCapacity;
}

/** The categories whose result a person will sign or certify: every one of a live edition whose newest result is not published. */
export async function listSigningDuties(db: Queryable, regionId: string, personId: string, now: Instant): Promise<readonly SigningDuty[]> {
  return db.all<SigningDuty>(
    `SELECT e.year, e.edition_id AS "editionId", c.category_id AS "categoryId", c.name AS category, ${OPENS},
       CASE WHEN j.is_chair THEN 'chair' WHEN j.person_id IS NOT NULL THEN 'juror' ELSE 'leader' END AS capacity
     FROM category c JOIN edition e USING (region_id, edition_id)
     LEFT JOIN panel_juror j ON j.region_id = c.region_id AND j.category_id = c.category_id AND j.person_id = $2
     WHERE c.region_id = $1 AND e.kind = 'live' AND c.dropped_at IS NULL
       AND (j.person_id IS NOT NULL OR EXISTS (SELECT 1 FROM grant_holder g WHERE g.region_id = c.region_id AND g.person_id = $2 AND g.role = 'leader'
         AND g.granted_from <= $3 AND (g.granted_until IS NULL OR g.granted_until > $3)))
       AND NOT EXISTS (SELECT 1 FROM result_version v JOIN publication p ON p.region_id = v.region_id AND p.result_id = v.result_id
         WHERE v.region_id = c.region_id AND v.category_id = c.category_id
           AND v.version = (SELECT max(n.version) FROM result_version n WHERE n.region_id = v.region_id AND n.category_id = v.category_id))
     ORDER BY e.year DESC, c.position`,
    [regionId, personId, now],
  );
}

/** A person who signs or certifies in a category, with one of their keys; `key` is null for one who has none. */
export interface CategorySigner {
  readonly personId: string;
  readonly person: string;
  readonly capacity: SigningCapacity;
  readonly key: (OwnedKey & { readonly name: string; readonly confirmedBy: string | null; readonly endReason: string }) | null;
}

type SignerRow = Omit<CategorySigner, 'key'> & {
  readonly [Member in keyof NonNullable<CategorySigner['key']>]: NonNullable<CategorySigner['key']>[Member] | null;
};

/** Jurors and chair, whoever certifies for the region, and whoever has certified a result of the category; chair first, each with every key there ever was. */
export async function listCategorySigners(db: Queryable, regionId: string, categoryId: string, now: Instant): Promise<readonly CategorySigner[]> {
  const rows = await db.all<SignerRow>(
    `WITH panel AS (SELECT person_id, CASE WHEN is_chair THEN 'chair' ELSE 'juror' END AS capacity FROM panel_juror WHERE region_id = $1 AND category_id = $2),
       certifier AS (
         SELECT g.person_id FROM grant_holder g WHERE g.region_id = $1 AND g.role = 'leader' AND g.granted_from <= $3 AND (g.granted_until IS NULL OR g.granted_until > $3)
         UNION SELECT c.certified_by FROM result_certification c JOIN result_version v USING (region_id, result_id) WHERE c.region_id = $1 AND v.category_id = $2),
       signer AS (SELECT * FROM panel UNION ALL SELECT person_id, 'leader' FROM certifier WHERE person_id NOT IN (SELECT person_id FROM panel))
     SELECT s.person_id AS "personId", p.name AS person, s.capacity, b.name AS "confirmedBy", k.end_reason AS "endReason", ${KEY.replace('k.person_id AS "personId", ', '')}
     FROM signer s JOIN person p ON p.region_id = $1 AND p.person_id = s.person_id
     LEFT JOIN signing_key k ON k.region_id = $1 AND k.person_id = s.person_id
     LEFT JOIN person b ON b.region_id = $1 AND b.person_id = k.confirmed_by
     ORDER BY array_position(ARRAY['chair', 'juror', 'leader'], s.capacity), p.name, s.person_id, k.enrolled_at, k.credential_id`,
    [regionId, categoryId, now],
  );
  return rows.map(({ personId, person, capacity, ...key }) => ({
    personId,
    person,
    capacity,
    key: key.credentialId === null ? null : ({ ...key, personId, capacity } as CategorySigner['key']),
  }));
}
