// Promises about signing keys and what was signed with them: each key, confirmation, end and answer has its row of the ledger, and each row its thing. $1 is the region.

import type { SystemPromise } from './invariants.read.ts';

const ROW = (kind: string) =>
  `SELECT * FROM (SELECT a.subject_id, a.actor_id, a.acted_at, a.facts::jsonb AS said FROM audit_entry a WHERE a.region_id = $1 AND a.kind = '${kind}') r`;
const KEYS = 'SELECT * FROM signing_key WHERE region_id = $1';

/** Rows of one side without their like on the other, both ways. */
function bothWays(key: string, kind: string, like: string): string {
  return `SELECT k.person_id AS subject FROM (${KEYS}${key}) k WHERE NOT EXISTS (SELECT 1 FROM (${ROW(kind)}) r WHERE ${like})
    UNION ALL SELECT r.subject_id FROM (${ROW(kind)}) r WHERE NOT EXISTS (SELECT 1 FROM (${KEYS}${key}) k WHERE ${like})`;
}

const SAME_KEY = "r.subject_id = k.person_id AND r.said ->> 'credential' = k.credential_id";

/** The digest of the canonical text of an answer, as the ledger holds it. */
const ANSWER = `encode(sha256(convert_to(format('{"authenticatorData":"%s","clientDataJSON":"%s","credentialId":"%s","signature":"%s"}',
  t.assertion ->> 'authenticatorData', t.assertion ->> 'clientDataJSON', t.assertion ->> 'credentialId', t.assertion ->> 'signature'), 'UTF8')), 'hex')`;

const attested = (table: string, person: string, at: string, kind: string) => `SELECT t.result_id AS subject FROM ${table} t WHERE t.region_id = $1
  AND NOT EXISTS (SELECT 1 FROM (${ROW(kind)}) r WHERE r.subject_id = t.result_id AND r.actor_id = t.${person} AND r.acted_at = t.${at}
    AND coalesce(r.said ->> 'way', 'statement') = CASE WHEN t.assertion IS NULL THEN 'statement' ELSE 'signature' END
    AND (r.said ->> 'credential') IS NOT DISTINCT FROM t.credential_id AND (t.assertion ->> 'credentialId') IS NOT DISTINCT FROM t.credential_id
    AND coalesce(r.said ->> 'confirmedWith', '') = coalesce(t.confirmed_with, '')
    AND (t.assertion IS NULL OR r.said ->> 'assertion' = ${ANSWER}))`;

export const SIGNING_PROMISES: readonly SystemPromise[] = [
  {
    name: 'signing-key.is-as-enrolled',
    says: 'each signing key stands in the ledger as it was enrolled, and each enrolment has its key',
    sql: bothWays(
      '',
      'signing-key.enrolled',
      `${SAME_KEY} AND r.actor_id = k.person_id AND r.acted_at = k.enrolled_at AND r.said ->> 'key' = encode(sha256(k.public_key), 'hex')
        AND (r.said ->> 'algorithm')::integer = k.algorithm AND r.said ->> 'rpId' = k.rp_id AND r.said ->> 'origin' = k.origin
        AND (r.said ->> 'afterOpening')::boolean = k.after_opening`,
    ),
  },
  {
    name: 'signing-key.is-confirmed-by-another',
    says: 'a confirmed signing key has the row of the second person, and each such row its key',
    sql: bothWays(' AND confirmed_at IS NOT NULL', 'signing-key.confirmed', `${SAME_KEY} AND r.actor_id = k.confirmed_by AND r.acted_at = k.confirmed_at`),
  },
  {
    name: 'signing-key.end-is-said',
    says: 'a signing key that was ended has its row, and each such row its ended key',
    sql: bothWays(
      ' AND ended_at IS NOT NULL',
      'signing-key.ended',
      `${SAME_KEY} AND r.actor_id = k.ended_by AND r.acted_at = k.ended_at AND r.said ->> 'reason' = k.end_reason`,
    ),
  },
  {
    name: 'signing-key.is-no-way-in',
    says: 'no signing key is a passkey for signing in as well',
    sql: 'SELECT k.person_id AS subject FROM signing_key k JOIN passkey p USING (region_id, credential_id) WHERE k.region_id = $1',
  },
  {
    name: 'signature.is-said-in-the-ledger',
    says: 'what stands behind each signature, statement and certification is what the ledger says of it',
    sql: `${attested('result_signature', 'person_id', 'signed_at', 'result.signed')}
      UNION ALL ${attested('result_certification', 'certified_by', 'certified_at', 'result.certified')}`,
  },
];
