// Result versions, signatures and certifications, written: added, never changed.

import type { SigningAssertion } from '../domain/proof/signature.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewResult {
  readonly resultId: string;
  readonly categoryId: string;
  readonly version: number;
  readonly inputsCanon: string;
  readonly bodyCanon: string;
  readonly digest: string;
  readonly replaces: string | null;
  readonly reason: string;
  readonly computedBy: string;
}

export async function insertResult(tx: Queryable, regionId: string, result: NewResult, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO result_version (region_id, result_id, category_id, version, inputs, inputs_canon, body, body_canon, digest, replaces, reason, computed_by, computed_at)
     VALUES ($1, $2, $3, $4, $5::text::jsonb, $5, $6::text::jsonb, $6, $7, $8, $9, $10, $11)`,
    [
      regionId,
      result.resultId,
      result.categoryId,
      result.version,
      result.inputsCanon,
      result.bodyCanon,
      result.digest,
      result.replaces,
      result.reason,
      result.computedBy,
      now,
    ],
  );
}

/** A signature carries the answer of a signing key; a statement what confirmed it. */
interface Attestation {
  readonly assertion: SigningAssertion | null;
  readonly confirmedWith: 'password' | 'password-and-factor' | null;
}

function attestationRow({ assertion, confirmedWith }: Attestation): readonly (string | null)[] {
  return [assertion?.credentialId ?? null, assertion === null ? null : JSON.stringify(assertion), confirmedWith];
}

export async function insertSignature(
  tx: Queryable,
  regionId: string,
  signature: { readonly resultId: string; readonly personId: string; readonly capacity: 'juror' | 'chair'; readonly digest: string } & Attestation,
  now: Instant,
): Promise<void> {
  await tx.run(
    'INSERT INTO result_signature (region_id, result_id, person_id, capacity, digest, signed_at, credential_id, assertion, confirmed_with) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [regionId, signature.resultId, signature.personId, signature.capacity, signature.digest, now, ...attestationRow(signature)],
  );
}

export async function insertCertification(
  tx: Queryable,
  regionId: string,
  certification: { readonly resultId: string; readonly certifiedBy: string; readonly decree: string; readonly digest: string } & Attestation,
  now: Instant,
): Promise<void> {
  await tx.run(
    'INSERT INTO result_certification (region_id, result_id, certified_by, decree, digest, certified_at, credential_id, assertion, confirmed_with) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [regionId, certification.resultId, certification.certifiedBy, certification.decree, certification.digest, now, ...attestationRow(certification)],
  );
}
