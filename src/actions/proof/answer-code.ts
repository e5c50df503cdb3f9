// Answers a code that somebody holds: of a receipt, or of a published result. Bounded by address, so that nobody tries codes out.

import { type AskedCode, readCode } from '../../domain/proof/check-code.ts';
import { answerReceipt, type ReceiptState } from '../../domain/proof/receipt-answer.ts';
import type { PublishedResult } from '../../domain/publication/published-result.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { type Instant, later, MINUTE } from '../../domain/shared/time.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db.ts';
import type { Platform } from '../../platform/platform.ts';
import { countAsking } from '../../store/proof-asked.write.ts';
import { findOnRecord, listOnRecordByCode, listOnRecordByDigest, type PublishedOnRecord } from '../../store/proof-published.read.ts';
import { findReceipt } from '../../store/proof-receipt.read.ts';
import { checkPublished } from './check-published.ts';

/** Askings of one address in five minutes; an office behind one address asks for a whole hall. */
export const ASKINGS = 60;
const WINDOW_MS = 5 * MINUTE;

/** What a result is called on paper. */
export interface AnsweredResult {
  readonly body: Pick<PublishedResult, 'year' | 'edition' | 'category' | 'decree' | 'certifiedAt' | 'resultDigest'>;
  readonly version: number;
  readonly publishedAt: Instant;
}

export type CodeAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many' }
  /** `digest` and `of` only once the result is published. */
  | {
      readonly kind: 'receipt';
      readonly state: ReceiptState;
      readonly sealedAt: Instant;
      readonly digest: string | null;
      readonly of: AnsweredResult | null;
      readonly why: Refusal | null;
    }
  | { readonly kind: 'result'; readonly state: 'valid' | 'replaced' | 'broken'; readonly of: AnsweredResult; readonly why: Refusal | null };

export async function answerCode(platform: Platform, regionId: string, asked: { readonly typed: string; readonly address: string }): Promise<CodeAnswer> {
  const { db, now } = platform;
  const at = now();
  const address = sha256Bytes(`cek ${asked.address}`);
  if ((await countAsking(db, regionId, { address, now: at, since: later(at, -WINDOW_MS) })) > ASKINGS) return { kind: 'too-many' };
  const code = readCode(asked.typed);
  if (code === null) return { kind: 'unknown' };
  const results = await findResults(db, regionId, code);
  if (results[0] !== undefined) return answerOfResult(platform, regionId, results[0]);
  return code.kind === 'short' ? answerOfReceipt(platform, regionId, code.code) : { kind: 'unknown' };
}

async function findResults(db: Queryable, regionId: string, code: AskedCode): Promise<readonly PublishedOnRecord[]> {
  if (code.kind === 'digest') return listOnRecordByDigest(db, regionId, code.code);
  return code.beginning === null ? [] : listOnRecordByCode(db, regionId, code.beginning);
}

async function answerOfReceipt({ db }: Platform, regionId: string, code: string): Promise<CodeAnswer> {
  const receipt = await findReceipt(db, regionId, code);
  if (receipt === null) return { kind: 'unknown' };
  const { digest, actNo, newest, sealedAt, publicationId } = receipt;
  const publication = publicationId === null ? null : await findOnRecord(db, regionId, publicationId);
  if (publication === null) return { kind: 'receipt', state: 'recorded', sealedAt, digest: null, of: null, why: null };
  const checked = await checkPublished(db, regionId, publication);
  const seals = checked.ok ? checked.value.inputs.sheets.map(({ seal }) => seal) : [];
  const state = answerReceipt({ digest, actNo, newest, published: { seals, holds: checked.ok } });
  return { kind: 'receipt', state, sealedAt, digest, of: named(publication), why: checked.ok ? null : checked.refusal };
}

async function answerOfResult({ db }: Platform, regionId: string, publication: PublishedOnRecord): Promise<CodeAnswer> {
  const checked = await checkPublished(db, regionId, publication);
  const of = named(publication);
  if (!checked.ok) return { kind: 'result', state: 'broken', of, why: checked.refusal };
  return { kind: 'result', state: publication.isNewest ? 'valid' : 'replaced', of, why: null };
}

function named({ body, version, publishedAt }: PublishedOnRecord): AnsweredResult {
  return { body, version, publishedAt };
}
