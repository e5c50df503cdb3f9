// Attaches evidence to an indicator: a file just received, a file used before, or a link.

import { agenciesOf, mayChange } from '../../domain/innovation/editing.ts';
import { checkLink, checkPages, cleanLabel, linkLabel } from '../../domain/innovation/evidence.ts';
import { may } from '../../domain/people/permissions.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findKnownFiles } from '../../store/innovation-draft.read.ts';
import { insertEvidence, insertFile, lockContent } from '../../store/innovation-draft.write.ts';
import { lockClaim } from '../../store/innovation-entry.read.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';
import type { ReceivedFile } from './receive-evidence.ts';

export type EvidenceSource = { readonly file: ReceivedFile } | { readonly reuse: string } | { readonly link: string; readonly label: string };

export interface Attaching {
  readonly evidenceId: string;
  readonly entryId: string;
  readonly indicator: string;
  readonly source: EvidenceSource;
  readonly pages?: string;
}

interface Proof {
  readonly sha256: string | null;
  readonly link: string | null;
  readonly label: string;
}

/**
 * Refuses `entry.not-found`, `indicator.not-found`, `entry.not-editable`, `stage.*`, `repair.closed`, `repair.not-asked`, `evidence.invalid` (fields).
 * The same bytes twice at one indicator make one row.
 */
export async function attachEvidence(act: Act, input: Attaching): Promise<Outcome<{ attached: boolean }>> {
  const { tx, regionId, actor, now } = act;
  const own = agenciesOf(actor, 'innovator');
  const entry = await lockClaim(tx, regionId, input.entryId, own, input.indicator);
  if (entry === null) return refuse('entry.not-found');
  const allowed = may(actor, 'entry.edit', { agencyId: entry.agencyId });
  if (!allowed.ok) return allowed;
  const { sid } = await instrumentOf(tx, regionId, entry.instrument);
  if (!sid.some((one) => one.code === input.indicator)) return refuse('indicator.not-found');
  const open = mayChange(entry, now, input.indicator);
  if (!open.ok) return open;
  const pages = checkPages(input.pages ?? '');
  if (!pages.ok) return refuse('evidence.invalid', {}, { pages: pages.refusal });
  const proof = await proofOf(act, input.source, own);
  if (!proof.ok) return proof;
  const row = {
    ...proof.value,
    evidenceId: input.evidenceId,
    entryId: input.entryId,
    indicator: input.indicator,
    pages: pages.value,
    attachedBy: actor.personId,
  };
  const made = await insertEvidence(tx, regionId, row, now);
  if ('file' in input.source) await input.source.file.keep();
  if (made > 0) act.record({ kind: 'evidence.attached', subjectId: input.entryId, facts: factsOf(input, proof.value) });
  return ok({ attached: made > 0 });
}

async function proofOf(act: Act, source: EvidenceSource, agencyIds: readonly string[]): Promise<Outcome<Proof>> {
  if ('file' in source) {
    // Until this act ends nobody sweeps what it keeps.
    await lockContent(act.tx, source.file.sha256);
    await insertFile(act.tx, act.regionId, source.file, act.now);
    return ok({ sha256: source.file.sha256, link: null, label: source.file.label });
  }
  if ('reuse' in source) {
    const known = (await findKnownFiles(act.tx, act.regionId, agencyIds)).find((file) => file.sha256 === source.reuse);
    return known ? ok({ sha256: known.sha256, link: null, label: known.label }) : refuse('evidence.invalid', {}, { reuse: fault('evidence.not-chosen') });
  }
  const link = checkLink(source.link);
  if (!link.ok) return refuse('evidence.invalid', {}, { link: link.refusal });
  return ok({ sha256: null, link: link.value, label: source.label.trim() === '' ? linkLabel(link.value) : cleanLabel(source.label) });
}

function factsOf(input: Attaching, proof: Proof) {
  return { indicator: input.indicator, evidenceId: input.evidenceId, ...(proof.sha256 === null ? { link: true } : { sha256: proof.sha256 }) };
}
