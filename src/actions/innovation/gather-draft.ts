// Everything an entry holds now, as the rules of readiness, score and snapshot read it.

import { evidencedBy } from '../../domain/evidence/check.ts';
import type { Claims } from '../../domain/innovation/claim.ts';
import type { ProfileFields } from '../../domain/innovation/profile.ts';
import type { Draft } from '../../domain/innovation/readiness.ts';
import { isSameName } from '../../domain/innovation/words.ts';
import type { Queryable } from '../../platform/db.ts';
import { type AttachedEvidence, findClaims, findEvidence, findParts, type SavedClaim, type SavedPart } from '../../store/innovation-draft.read.ts';
import { findOtherNames } from '../../store/innovation-entry.read.ts';

export interface WholeDraft extends Draft {
  readonly parts: readonly SavedPart[];
  readonly savedClaims: readonly SavedClaim[];
  readonly evidence: readonly AttachedEvidence[];
}

/** Four queries, whatever the draft holds. */
export async function gatherDraft(
  db: Queryable,
  regionId: string,
  entry: { readonly entryId: string; readonly editionId: string; readonly innovationName: string },
): Promise<WholeDraft> {
  const parts = await findParts(db, regionId, entry.entryId);
  const savedClaims = await findClaims(db, regionId, entry.entryId);
  const evidence = await findEvidence(db, regionId, entry.entryId);
  const names = await findOtherNames(db, regionId, entry.editionId, entry.entryId);
  const profile: ProfileFields = Object.assign({}, ...parts.map((part) => part.fields));
  const claims: Claims = Object.fromEntries(savedClaims.map(({ indicator, level, basis, note }) => [indicator, { level, basis, note }]));
  const sharesName = names.some((name) => isSameName(name, profile.name ?? entry.innovationName));
  return { profile, claims, evidenced: evidencedBy(evidence), sharesName, parts, savedClaims, evidence };
}
