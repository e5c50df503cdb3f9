// Receipts of seals, written once each.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewReceipt {
  readonly code: string;
  readonly sheetId: string;
  readonly actNo: number;
  readonly categoryId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly digest: string;
}

export async function insertReceipt(tx: Queryable, regionId: string, receipt: NewReceipt, now: Instant): Promise<void> {
  const { code, sheetId, actNo, categoryId, entryId, jurorId, digest } = receipt;
  await tx.run(
    `INSERT INTO sheet_receipt (region_id, code, sheet_id, act_no, category_id, entry_id, juror_id, digest, sealed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [regionId, code, sheetId, actNo, categoryId, entryId, jurorId, digest, now],
  );
}
