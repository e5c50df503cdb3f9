// What a bundle is made of, and bundles that were made.

import type { CategoryRules } from '../domain/edition/category.ts';
import type { BundleRow } from '../domain/proof/bundle.ts';
import type { SigningAssertion } from '../domain/proof/signature.ts';
import type { PartyPlace } from '../domain/publication/parties.ts';
import type { PublishedResult } from '../domain/publication/published-result.ts';
import type { CutDecision, KeptShortlist } from '../domain/result/desk-decision.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface PublishedHead {
  readonly publicationId: string;
  readonly resultId: string;
  readonly version: number;
  readonly body: PublishedResult;
  readonly digest: string;
  readonly publishedAt: Instant;
  readonly regionCode: string;
  readonly regionName: string;
  readonly isSample: boolean;
  readonly edition: string;
  readonly year: number;
  readonly instrument: string;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly hasBundle: boolean;
}

/** A published result with the contest it belongs to. */
export async function findPublishedHead(db: Queryable, regionId: string, publicationId: string): Promise<PublishedHead | null> {
  return db.one<PublishedHead>(
    `SELECT p.publication_id AS "publicationId", p.result_id AS "resultId", p.version, p.body, p.digest, p.published_at AS "publishedAt", r.code AS "regionCode",
       r.name AS "regionName", r.is_sample AS "isSample", e.name AS edition, e.year, e.instrument, c.category_id AS "categoryId", c.code AS "categoryCode", c.name AS "categoryName",
       EXISTS (SELECT 1 FROM publication_bundle b WHERE b.region_id = p.region_id AND b.publication_id = p.publication_id) AS "hasBundle"
     FROM publication p JOIN region r USING (region_id) JOIN category c USING (region_id, category_id)
       JOIN edition e ON e.region_id = p.region_id AND e.edition_id = p.edition_id
     WHERE p.region_id = $1 AND p.publication_id = $2 AND p.kind = 'result'`,
    [regionId, publicationId],
  );
}

/** Versions of a category's rules, in order. */
export async function listRules(
  db: Queryable,
  regionId: string,
  categoryId: string,
  versions: readonly number[],
): Promise<readonly { readonly version: number; readonly decidedAt: Instant; readonly body: CategoryRules }[]> {
  return db.all(
    `SELECT version, decided_at AS "decidedAt", body FROM category_rules WHERE region_id = $1 AND category_id = $2 AND version = ANY($3::smallint[]) ORDER BY version`,
    [regionId, categoryId, versions],
  );
}

export interface AnnouncedShortlist {
  readonly shortlist: KeptShortlist;
  readonly decisions: readonly CutDecision[];
  readonly digest: string;
  readonly announcedAt: Instant;
}

/** The desk decision that was announced, whole. */
export async function findAnnouncedShortlist(db: Queryable, regionId: string, categoryId: string): Promise<AnnouncedShortlist | null> {
  return db.one<AnnouncedShortlist>(
    `SELECT s.body AS shortlist, s.decisions, s.digest, a.announced_at AS "announcedAt" FROM shortlist_announcement a JOIN shortlist s USING (region_id, shortlist_id)
     WHERE a.region_id = $1 AND a.category_id = $2`,
    [regionId, categoryId],
  );
}

/** Rows of the ledger about a category, its result and the sheets of its panel, up to the certification; ids of the panel's people are left out. */
export async function listQuotedRows(
  db: Queryable,
  regionId: string,
  about: { readonly categoryId: string; readonly resultId: string; readonly kinds: readonly string[] },
): Promise<readonly BundleRow[]> {
  return db.all<BundleRow>(
    `SELECT a.seq, a.kind, CASE WHEN j.person_id IS NULL THEN a.actor_id END AS "actorId", CASE WHEN j.person_id IS NULL THEN a.actor_blind END AS "actorBlind",
       CASE WHEN j.person_id IS NOT NULL AND a.actor_blind IS NOT NULL THEN encode(sha256(convert_to(a.actor_blind || E'\\n' || a.actor_id, 'UTF8')), 'hex') END AS "actorMark",
       j.person_id IS NOT NULL AS closed, a.subject_id AS "subjectId", a.acted_at AS "actedAt", a.facts, a.previous, a.digest
     FROM audit_entry a LEFT JOIN panel_juror j ON j.region_id = a.region_id AND j.category_id = $2 AND j.person_id = a.actor_id
     WHERE a.region_id = $1 AND a.kind = ANY($4::text[]) AND (a.subject_id IN ($2, $3)
       OR a.subject_id IN (SELECT s.sheet_id FROM sheet s WHERE s.region_id = $1 AND s.category_id = $2))
     ORDER BY a.seq`,
    [regionId, about.categoryId, about.resultId, about.kinds],
  );
}

/** The certification stands beside the signers, who are named by their ids. */
export const CERTIFIED = 'certified';

/** What signing passkeys answered for a result, by signer. */
export async function findAssertions(db: Queryable, regionId: string, resultId: string): Promise<ReadonlyMap<string, SigningAssertion>> {
  const rows = await db.all<{ who: string; assertion: SigningAssertion }>(
    `SELECT person_id::text AS who, assertion FROM result_signature WHERE region_id = $1 AND result_id = $2 AND assertion IS NOT NULL
     UNION ALL SELECT $3, assertion FROM result_certification WHERE region_id = $1 AND result_id = $2 AND assertion IS NOT NULL`,
    [regionId, resultId, CERTIFIED],
  );
  return new Map(
    rows.map(({ who, assertion: { credentialId, authenticatorData, clientDataJSON, signature } }) => [
      who,
      { credentialId, authenticatorData, clientDataJSON, signature },
    ]),
  );
}

/** Published results that have no bundle. */
export async function listUnbundled(db: Queryable, regionId: string): Promise<readonly string[]> {
  const rows = await db.all<{ publicationId: string }>(
    `SELECT p.publication_id AS "publicationId" FROM publication p LEFT JOIN publication_bundle b USING (region_id, publication_id)
     WHERE p.region_id = $1 AND p.kind = 'result' AND b.publication_id IS NULL ORDER BY p.published_at`,
    [regionId],
  );
  return rows.map(({ publicationId }) => publicationId);
}

export interface BundleAccess extends PartyPlace {
  readonly publicationId: string;
  readonly resultId: string;
  readonly digest: string;
  /** Whether the rules of the result give it to everybody. */
  readonly isPublic: boolean;
}

/** The bundle of a publication with what decides who may have it, without its text; null while there is none. */
export async function findBundleAccess(db: Queryable, regionId: string, publicationId: string): Promise<BundleAccess | null> {
  return db.one<BundleAccess>(
    `SELECT p.publication_id AS "publicationId", p.result_id AS "resultId", b.digest, p.edition_id AS "editionId", p.category_id AS "categoryId",
       coalesce((r.body ->> 'publicBundle')::boolean, false) AS "isPublic",
       ARRAY(SELECT DISTINCT e.agency_id::text FROM entry e
         WHERE e.region_id = p.region_id AND e.category_id = p.category_id AND e.registration_number IS NOT NULL) AS "agencyIds"
     FROM publication_bundle b JOIN publication p USING (region_id, publication_id)
       LEFT JOIN category_rules r ON r.region_id = p.region_id AND r.category_id = p.category_id AND r.version = (p.body ->> 'rulesVersion')::int
     WHERE b.region_id = $1 AND b.publication_id = $2`,
    [regionId, publicationId],
  );
}

/** The text of the bundle of a publication. */
export async function readBundle(db: Queryable, regionId: string, publicationId: string): Promise<string | null> {
  const row = await db.one<{ body: string }>('SELECT body FROM publication_bundle WHERE region_id = $1 AND publication_id = $2', [regionId, publicationId]);
  return row?.body ?? null;
}

/** What the secretariat alone can tell of a bundle: who sits under which code, the sealed texts, who did the closed acts. */
export interface KeyRows {
  readonly jurors: readonly { readonly code: string; readonly personId: string; readonly name: string; readonly isChair: boolean }[];
  readonly seals: readonly { readonly entry: string; readonly juror: string; readonly text: string }[];
  readonly actors: readonly { readonly seq: number; readonly actorId: string; readonly blind?: string }[];
}

export async function findKeyRows(db: Queryable, regionId: string, about: { readonly categoryId: string; readonly seqs: readonly number[] }): Promise<KeyRows> {
  const jurors = await db.all<KeyRows['jurors'][number]>(
    `SELECT j.code, j.person_id AS "personId", p.name, j.is_chair AS "isChair" FROM panel_juror j JOIN person p USING (region_id, person_id)
     WHERE j.region_id = $1 AND j.category_id = $2 ORDER BY length(j.code), j.code`,
    [regionId, about.categoryId],
  );
  const seals = await db.all<KeyRows['seals'][number]>(
    `SELECT e.registration_number AS entry, j.code AS juror, a.canon AS text FROM sheet s JOIN entry e USING (region_id, entry_id)
       JOIN panel_juror j ON j.region_id = s.region_id AND j.category_id = s.category_id AND j.person_id = s.juror_id
       JOIN sheet_act a ON a.region_id = s.region_id AND a.sheet_id = s.sheet_id AND a.digest = s.digest
     WHERE s.region_id = $1 AND s.category_id = $2 AND s.state = 'sealed' ORDER BY 1, length(j.code), 2`,
    [regionId, about.categoryId],
  );
  const actors = await db.all<{ readonly seq: number; readonly actorId: string; readonly blind: string | null }>(
    'SELECT seq, actor_id AS "actorId", actor_blind AS blind FROM audit_entry WHERE region_id = $1 AND seq = ANY($2::bigint[]) ORDER BY seq',
    [regionId, about.seqs],
  );
  return { jurors, seals, actors: actors.map(({ blind, ...row }) => (blind === null ? row : { ...row, blind })) };
}
