// Second factors and sessions, read.

import type { GrantedRole } from '../domain/people/role.ts';
import type { Factor } from '../domain/people/second-factor.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface TimeCode {
  readonly sealedSecret: Buffer;
  readonly lastStep: number;
  readonly confirmedAt: Instant | null;
}

/** The person's time codes, set up or confirmed; locked until the act ends when it is a transaction that asks. */
export async function lockTimeCode(tx: Queryable, regionId: string, personId: string): Promise<TimeCode | null> {
  return tx.one<TimeCode>(
    `SELECT sealed_secret AS "sealedSecret", last_step AS "lastStep", confirmed_at AS "confirmedAt" FROM time_code
     WHERE region_id = $1 AND person_id = $2 FOR UPDATE`,
    [regionId, personId],
  );
}

export async function findTimeCode(db: Queryable, regionId: string, personId: string): Promise<TimeCode | null> {
  return db.one<TimeCode>(
    `SELECT sealed_secret AS "sealedSecret", last_step AS "lastStep", confirmed_at AS "confirmedAt" FROM time_code WHERE region_id = $1 AND person_id = $2`,
    [regionId, personId],
  );
}

export interface FactorState {
  readonly timeCodeSince: Instant | null;
  readonly codesLeft: number;
  /** When the printed card of codes was made. */
  readonly cardSince: Instant | null;
  readonly passkeys: readonly PasskeyRow[];
}

export interface PasskeyRow {
  readonly credentialId: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
}

/** What the person has beside the password. */
export async function findFactors(db: Queryable, regionId: string, personId: string): Promise<FactorState> {
  const row = await db.one<{ timeCodeSince: Instant | null; codesLeft: number; cardSince: Instant | null }>(
    `SELECT (SELECT confirmed_at FROM time_code WHERE region_id = $1 AND person_id = $2) AS "timeCodeSince",
       (SELECT count(*) FROM recovery_code WHERE region_id = $1 AND person_id = $2 AND used_at IS NULL) AS "codesLeft",
       (SELECT made_at FROM code_card WHERE region_id = $1 AND person_id = $2) AS "cardSince"`,
    [regionId, personId],
  );
  const passkeys = await db.all<PasskeyRow>(
    `SELECT credential_id AS "credentialId", name, created_at AS "createdAt", used_at AS "usedAt" FROM passkey WHERE region_id = $1 AND person_id = $2 ORDER BY created_at`,
    [regionId, personId],
  );
  return { timeCodeSince: row?.timeCodeSince ?? null, codesLeft: row?.codesLeft ?? 0, cardSince: row?.cardSince ?? null, passkeys };
}

/** Whether anything stands beside the password. */
export function hasFactor({ timeCodeSince, cardSince, passkeys }: Pick<FactorState, 'timeCodeSince' | 'cardSince' | 'passkeys'>): boolean {
  return timeCodeSince !== null || cardSince !== null || passkeys.length > 0;
}

/** The sign-in step of a token that waits for its second factor. */
export async function findStep(db: Queryable, regionId: string, tokenSha256: Buffer, now: Instant): Promise<{ readonly personId: string } | null> {
  return db.one('SELECT person_id AS "personId" FROM sign_in_step WHERE region_id = $1 AND token_sha256 = $2 AND used_at IS NULL AND expires_at > $3', [
    regionId,
    tokenSha256,
    now,
  ]);
}

export interface SessionLine {
  readonly sessionId: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly isOpen: boolean;
  readonly factor: Factor;
  readonly device: string;
}

/** The newest sessions of a person, open ones first. */
export async function listSessionLines(db: Queryable, regionId: string, personId: string, idleSince: Instant): Promise<readonly SessionLine[]> {
  return db.all<SessionLine>(
    `SELECT session_id AS "sessionId", started_at AS "startedAt", seen_at AS "seenAt", ended_at IS NULL AND seen_at > $3 AS "isOpen", factor, device FROM session
     WHERE region_id = $1 AND person_id = $2 ORDER BY ended_at IS NULL AND seen_at > $3 DESC, started_at DESC LIMIT 20`,
    [regionId, personId, idleSince],
  );
}

/** Failed sign-ins of a person since an instant: how many, and the last. */
export async function countFailedSignIns(db: Queryable, regionId: string, personId: string, since: Instant): Promise<{ count: number; last: Instant | null }> {
  const row = await db.one<{ count: number; last: Instant | null }>(
    `SELECT count(*) AS count, max(acted_at) AS last FROM audit_entry WHERE region_id = $1 AND subject_id = $2 AND kind = 'person.sign-in-failed' AND acted_at > $3`,
    [regionId, personId, since],
  );
  return row ?? { count: 0, last: null };
}

export interface EditionSecurity {
  readonly editionId: string;
  readonly year: number;
  readonly name: string;
  readonly roles: readonly GrantedRole[];
}

export async function findEditionSecurity(db: Queryable, regionId: string): Promise<readonly EditionSecurity[]> {
  return db.all<EditionSecurity>(
    `SELECT edition_id AS "editionId", year, name, second_factor_roles AS roles FROM edition WHERE region_id = $1 AND kind = 'live' ORDER BY year DESC`,
    [regionId],
  );
}

export interface Unprotected {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly GrantedRole[];
}

/** People with granted roles and no second factor: whom a requirement would lead to set one up. */
export async function listUnprotected(db: Queryable, regionId: string, now: Instant): Promise<readonly Unprotected[]> {
  return db.all<Unprotected>(
    `SELECT p.person_id AS "personId", p.name, array_agg(DISTINCT g.role ORDER BY g.role) AS roles FROM grant_holder g JOIN person p USING (region_id, person_id)
     WHERE g.region_id = $1 AND g.granted_from <= $2 AND (g.granted_until IS NULL OR g.granted_until > $2) AND p.disabled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM time_code t WHERE t.region_id = p.region_id AND t.person_id = p.person_id AND t.confirmed_at IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.region_id = p.region_id AND k.person_id = p.person_id)
       AND NOT EXISTS (SELECT 1 FROM code_card k WHERE k.region_id = p.region_id AND k.person_id = p.person_id)
     GROUP BY p.person_id, p.name ORDER BY p.name, p.person_id`,
    [regionId, now],
  );
}
