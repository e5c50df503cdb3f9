// Result versions with what happened to them, read.

import type { SigningAssertion } from '../domain/proof/signature.ts';
import type { FrozenInputs } from '../domain/result/frozen-inputs.ts';
import type { ResultBody } from '../domain/result/result.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** With an assertion it is a signature; without, a statement, confirmed by what `confirmedWith` says (null: from before signing keys). */
export interface HowAttested {
  readonly assertion: SigningAssertion | null;
  readonly confirmedWith: 'password' | 'password-and-factor' | null;
}

export interface ResultVersion {
  readonly resultId: string;
  readonly categoryId: string;
  readonly version: number;
  readonly inputs: FrozenInputs;
  readonly body: ResultBody;
  readonly digest: string;
  readonly computedBy: string;
  readonly computedAt: Instant;
  readonly signatures: readonly ({ readonly personId: string; readonly capacity: 'juror' | 'chair'; readonly signedAt: Instant } & HowAttested)[];
  readonly certifiedBy: string | null;
  readonly certifiedAt: Instant | null;
  readonly decree: string | null;
  /** How it was certified; null while it is not. */
  readonly certifiedHow: HowAttested | null;
  readonly publishedAt: Instant | null;
  readonly newest: boolean;
}

/** With the texts that were hashed: for acts, which compare and compute again. */
export interface FrozenVersion extends ResultVersion {
  readonly inputsCanon: string;
  readonly bodyCanon: string;
}

type VersionHead = Omit<ResultVersion, 'inputs' | 'body'>;

const HEAD = `SELECT v.result_id AS "resultId", v.category_id AS "categoryId", v.version, v.digest, v.computed_by AS "computedBy", v.computed_at AS "computedAt", c.certified_by AS "certifiedBy",
    c.certified_at AS "certifiedAt", c.decree,
    CASE WHEN c.result_id IS NOT NULL THEN json_build_object('assertion', c.assertion, 'confirmedWith', c.confirmed_with) END AS "certifiedHow", p.published_at AS "publishedAt",
    NOT EXISTS (SELECT 1 FROM result_version n WHERE n.region_id = v.region_id AND n.category_id = v.category_id AND n.version > v.version) AS newest,
    coalesce((SELECT json_agg(json_build_object('personId', s.person_id, 'capacity', s.capacity, 'assertion', s.assertion, 'confirmedWith', s.confirmed_with,
        'signedAt', to_char(s.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY s.signed_at, s.person_id)
      FROM result_signature s WHERE s.region_id = v.region_id AND s.result_id = v.result_id), '[]') AS signatures`;
const FROZEN = `, v.inputs, v.inputs_canon AS "inputsCanon", v.body, v.body_canon AS "bodyCanon"`;
const TABLES = `
  FROM result_version v LEFT JOIN result_certification c USING (region_id, result_id)
  LEFT JOIN publication p ON p.region_id = v.region_id AND p.result_id = v.result_id`;

/** The newest result version of a category. */
export async function findNewestResult(db: Queryable, regionId: string, categoryId: string): Promise<FrozenVersion | null> {
  return db.one<FrozenVersion>(`${HEAD}${FROZEN}${TABLES} WHERE v.region_id = $1 AND v.category_id = $2 ORDER BY v.version DESC LIMIT 1`, [
    regionId,
    categoryId,
  ]);
}

export async function findResult(db: Queryable, regionId: string, resultId: string): Promise<FrozenVersion | null> {
  return db.one<FrozenVersion>(`${HEAD}${FROZEN}${TABLES} WHERE v.region_id = $1 AND v.result_id = $2`, [regionId, resultId]);
}

type Frozen = Pick<ResultVersion, 'inputs' | 'body'>;

const kept = new Map<string, Frozen>();
const MOST_KEPT = 8;

/** The newest result version for showing. Its state is read anew; what never changes of it is kept from one reading to the next. */
export async function findShownResult(db: Queryable, regionId: string, categoryId: string): Promise<ResultVersion | null> {
  const head = await db.one<VersionHead>(`${HEAD}${TABLES} WHERE v.region_id = $1 AND v.category_id = $2 ORDER BY v.version DESC LIMIT 1`, [
    regionId,
    categoryId,
  ]);
  if (head === null) return null;
  const frozen = await findFrozen(db, regionId, head);
  return frozen === null ? null : { ...head, ...frozen };
}

async function findFrozen(db: Queryable, regionId: string, { resultId, digest }: VersionHead): Promise<Frozen | null> {
  const key = `${regionId} ${resultId} ${digest}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const frozen = await db.one<Frozen>('SELECT inputs, body FROM result_version WHERE region_id = $1 AND result_id = $2', [regionId, resultId]);
  if (frozen === null) return null;
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, frozen);
  return frozen;
}

/** The category of a result, to lock it before the result is read. */
export async function findResultCategory(db: Queryable, regionId: string, resultId: string): Promise<string | null> {
  const row = await db.one<{ categoryId: string }>('SELECT category_id AS "categoryId" FROM result_version WHERE region_id = $1 AND result_id = $2', [
    regionId,
    resultId,
  ]);
  return row?.categoryId ?? null;
}

export interface DeskRow {
  readonly entryId: string;
  readonly registrationNumber: string;
  readonly desk: string | null;
}

export interface AnnouncedDesk {
  readonly digest: string;
  readonly entries: readonly DeskRow[];
}

/** The announced desk decision of a category: where the desk values come from. */
export async function findAnnouncedDesk(db: Queryable, regionId: string, categoryId: string): Promise<AnnouncedDesk | null> {
  return db.one<AnnouncedDesk>(
    `SELECT s.digest, s.body -> 'entries' AS entries FROM shortlist_announcement a JOIN shortlist s USING (region_id, shortlist_id)
     WHERE a.region_id = $1 AND a.category_id = $2`,
    [regionId, categoryId],
  );
}
