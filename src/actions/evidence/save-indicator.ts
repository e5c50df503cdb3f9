// Saves what one form of an indicator said: the level and every piece of proof that came with it, all or nothing.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { attachEvidence, type EvidenceSource } from '../innovation/attach-evidence.ts';
import { type ClaimSaving, saveClaim } from '../innovation/save-claim.ts';
import type { Act } from '../perform.ts';

export interface IndicatorSaving {
  readonly entryId: string;
  readonly indicator: string;
  /** Null where the form brought proof and no level was chosen yet. */
  readonly claim: Omit<ClaimSaving, 'entryId' | 'indicator'> | null;
  readonly sources: readonly EvidenceSource[];
  /** Of the first piece, so that a replay makes one row; the rest are told apart by their content. */
  readonly evidenceId: string;
  readonly pages: string;
}

/** Refuses what `saveClaim` and `attachEvidence` refuse; then nothing of the form is kept. */
export async function saveIndicator(act: Act, input: IndicatorSaving): Promise<Outcome<{ readonly attached: number }>> {
  const { entryId, indicator, claim, pages } = input;
  if (claim !== null) {
    const saved = await saveClaim(act, { entryId, indicator, ...claim });
    if (!saved.ok) return saved;
  }
  let attached = 0;
  for (const [at, source] of input.sources.entries()) {
    const evidenceId = at === 0 ? input.evidenceId : act.newId();
    const made = await attachEvidence(act, { evidenceId, entryId, indicator, source, pages });
    if (!made.ok) return made;
    attached += made.value.attached ? 1 : 0;
  }
  return ok({ attached });
}
