// Receipts of seals: to their own juror, and by their code to whoever holds it.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface OwnReceipt {
  readonly code: string;
  readonly actNo: number;
  readonly digest: string;
  readonly sealedAt: Instant;
}

/** The receipts of the juror's own sheet, newest first. */
export async function listOwnReceipts(db: Queryable, regionId: string, sheetId: string, jurorId: string): Promise<readonly OwnReceipt[]> {
  return db.all<OwnReceipt>(
    'SELECT code, act_no AS "actNo", digest, sealed_at AS "sealedAt" FROM sheet_receipt WHERE region_id = $1 AND sheet_id = $2 AND juror_id = $3 ORDER BY act_no DESC',
    [regionId, sheetId, jurorId],
  );
}

export interface AskedReceipt {
  readonly digest: string;
  readonly actNo: number;
  readonly sealedAt: Instant;
  readonly newest: { readonly actNo: number; readonly kind: 'sealed' | 'reopened' | 'absent' } | null;
  /** The newest published result of its category. */
  readonly publicationId: string | null;
}

export async function findReceipt(db: Queryable, regionId: string, code: string): Promise<AskedReceipt | null> {
  return db.one<AskedReceipt>(
    `SELECT r.digest, r.act_no AS "actNo", r.sealed_at AS "sealedAt",
       (SELECT json_build_object('actNo', a.act_no, 'kind', a.kind) FROM sheet_act a WHERE a.region_id = r.region_id AND a.sheet_id = r.sheet_id ORDER BY a.act_no DESC LIMIT 1) AS newest,
       (SELECT p.publication_id FROM publication p WHERE p.region_id = r.region_id AND p.category_id = r.category_id AND p.kind = 'result' ORDER BY p.version DESC LIMIT 1) AS "publicationId"
     FROM sheet_receipt r WHERE r.region_id = $1 AND r.code = $2`,
    [regionId, code],
  );
}
