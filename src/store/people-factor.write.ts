// Second factors, sign-in steps and fresh proofs, written.

import type { GrantedRole } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** Puts a secret in place that no code has confirmed yet. Rows: 0 when confirmed time codes stand already. */
export async function placeTimeCode(tx: Queryable, regionId: string, personId: string, sealedSecret: Buffer, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO time_code (region_id, person_id, sealed_secret, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (region_id, person_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_step = 0
       WHERE time_code.confirmed_at IS NULL`,
    [regionId, personId, sealedSecret, now],
  );
}

/** Takes a code's step, once. Rows: 0 when a code of this step or a later one was taken before. */
export async function takeStep(tx: Queryable, regionId: string, personId: string, step: number): Promise<number> {
  return tx.run('UPDATE time_code SET last_step = $3 WHERE region_id = $1 AND person_id = $2 AND last_step < $3', [regionId, personId, step]);
}

export async function confirmTimeCode(tx: Queryable, regionId: string, personId: string, now: Instant): Promise<number> {
  return tx.run('UPDATE time_code SET confirmed_at = $3 WHERE region_id = $1 AND person_id = $2 AND confirmed_at IS NULL', [regionId, personId, now]);
}

export async function removeTimeCode(tx: Queryable, regionId: string, personId: string): Promise<number> {
  return tx.run('DELETE FROM time_code WHERE region_id = $1 AND person_id = $2', [regionId, personId]);
}

/** New recovery codes in place of all old ones. */
export async function replaceRecoveryCodes(tx: Queryable, regionId: string, personId: string, codes: readonly Buffer[], now: Instant): Promise<void> {
  await tx.run('DELETE FROM recovery_code WHERE region_id = $1 AND person_id = $2', [regionId, personId]);
  await tx.run('INSERT INTO recovery_code (region_id, person_id, code_sha256, made_at) SELECT $1, $2, unnest($3::bytea[]), $4', [
    regionId,
    personId,
    codes,
    now,
  ]);
}

export async function removeRecoveryCodes(tx: Queryable, regionId: string, personId: string): Promise<void> {
  await tx.run('DELETE FROM recovery_code WHERE region_id = $1 AND person_id = $2', [regionId, personId]);
}

/** Uses a recovery code up. Rows: 0 when it is not one, or was used. */
export async function useRecoveryCode(tx: Queryable, regionId: string, personId: string, code: Buffer, now: Instant): Promise<number> {
  return tx.run('UPDATE recovery_code SET used_at = $4 WHERE region_id = $1 AND person_id = $2 AND code_sha256 = $3 AND used_at IS NULL', [
    regionId,
    personId,
    code,
    now,
  ]);
}

export async function removePasskeys(tx: Queryable, regionId: string, personId: string): Promise<number> {
  return tx.run('DELETE FROM passkey WHERE region_id = $1 AND person_id = $2', [regionId, personId]);
}

export interface NewStep {
  readonly stepId: string;
  readonly tokenSha256: Buffer;
  readonly personId: string;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
}

export async function insertStep(tx: Queryable, regionId: string, step: NewStep): Promise<void> {
  await tx.run('INSERT INTO sign_in_step (region_id, step_id, token_sha256, person_id, started_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    regionId,
    step.stepId,
    step.tokenSha256,
    step.personId,
    step.startedAt,
    step.expiresAt,
  ]);
}

/** Uses the step up; of two tries at once exactly one finds it. */
export async function useStep(tx: Queryable, regionId: string, tokenSha256: Buffer, now: Instant): Promise<{ readonly personId: string } | null> {
  return tx.one(
    `UPDATE sign_in_step SET used_at = $3 WHERE region_id = $1 AND token_sha256 = $2 AND used_at IS NULL AND expires_at > $3 RETURNING person_id AS "personId"`,
    [regionId, tokenSha256, now],
  );
}

export async function markProved(tx: Queryable, regionId: string, sessionId: string, now: Instant): Promise<number> {
  return tx.run('UPDATE session SET proved_at = $3 WHERE region_id = $1 AND session_id = $2 AND ended_at IS NULL', [regionId, sessionId, now]);
}

/** Ends the person's sessions but one. */
export async function endOtherSessions(tx: Queryable, regionId: string, personId: string, keptId: string, now: Instant): Promise<number> {
  return tx.run('UPDATE session SET ended_at = $4 WHERE region_id = $1 AND person_id = $2 AND session_id <> $3 AND ended_at IS NULL', [
    regionId,
    personId,
    keptId,
    now,
  ]);
}

export async function setFactorRoles(tx: Queryable, regionId: string, editionId: string, roles: readonly GrantedRole[]): Promise<number> {
  return tx.run(`UPDATE edition SET second_factor_roles = $3 WHERE region_id = $1 AND edition_id = $2 AND kind = 'live' AND second_factor_roles <> $3`, [
    regionId,
    editionId,
    roles,
  ]);
}
