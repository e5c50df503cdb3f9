import type { CardSummary } from '../domain/robustness/summary.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** Kept once in each form; a second run of the same job changes nothing. */
export async function keepCard(db: Queryable, regionId: string, resultId: string, card: CardSummary, madeAt: Instant): Promise<void> {
  await db.run('INSERT INTO result_card (region_id, result_id, form, body, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
    regionId,
    resultId,
    card.form,
    JSON.stringify(card),
    madeAt,
  ]);
}
