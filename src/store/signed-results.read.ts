// Every signature made with a key, with what it must sign: for the check that all still hold.

import type { SigningAssertion, SigningCapacity } from '../domain/proof/signature.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface KeptSignature {
  readonly resultId: string;
  readonly categoryId: string;
  readonly personId: string;
  readonly version: number;
  readonly digest: string;
  readonly capacity: SigningCapacity;
  readonly act: 'sign' | 'certify';
  readonly at: Instant;
  readonly assertion: SigningAssertion;
}

export async function listKeptSignatures(db: Queryable, regionId: string): Promise<readonly KeptSignature[]> {
  return db.all<KeptSignature>(
    `SELECT v.result_id AS "resultId", v.category_id AS "categoryId", v.version, v.digest, s.person_id AS "personId", s.capacity, s.act, s.at, s.assertion
     FROM result_version v JOIN (
       SELECT region_id, result_id, person_id, capacity, 'sign' AS act, signed_at AS at, assertion FROM result_signature WHERE assertion IS NOT NULL
       UNION ALL SELECT region_id, result_id, certified_by, 'leader', 'certify', certified_at, assertion FROM result_certification WHERE assertion IS NOT NULL) s
       USING (region_id, result_id)
     WHERE v.region_id = $1 ORDER BY v.result_id, s.at, s.person_id`,
    [regionId],
  );
}
