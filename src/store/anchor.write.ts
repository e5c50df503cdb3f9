// Anchors, written once; and up to where each reader was sent them.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** An anchor that another process made meanwhile stays as it is. */
export async function insertAnchors(
  tx: Queryable,
  regionId: string,
  anchors: readonly { readonly seq: number; readonly line: string }[],
  now: Instant,
): Promise<number> {
  return tx.run(
    `INSERT INTO anchor (region_id, seq, line, made_at) SELECT $1, a.seq, a.line, $3 FROM jsonb_to_recordset($2::jsonb) AS a(seq bigint, line text) ON CONFLICT DO NOTHING`,
    [regionId, JSON.stringify(anchors), now],
  );
}

export async function insertStamp(tx: Queryable, regionId: string, seq: number, token: Uint8Array, now: Instant): Promise<void> {
  await tx.run('INSERT INTO anchor_stamp (region_id, seq, token, stamped_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [regionId, seq, token, now]);
}

export async function noteAnchorMail(tx: Queryable, regionId: string, address: string, seq: number, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO anchor_mail (region_id, address, sent_seq, sent_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (region_id, address) DO UPDATE SET sent_seq = excluded.sent_seq, sent_at = excluded.sent_at`,
    [regionId, address, seq, now],
  );
}
