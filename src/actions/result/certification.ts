// What happened to a result version so far, as the rules of certification ask for it.

import { type Certification, signersNeeded } from '../../domain/result/certificate.ts';
import { waitingEntries } from '../../domain/result/frozen-inputs.ts';
import type { Queryable } from '../../platform/db.ts';
import { findPanel } from '../../store/jury.read.ts';
import type { ResultVersion } from '../../store/result.read.ts';

/** Signers are every juror with a counted sheet in the frozen inputs, and the chair. */
export async function certificationOf(db: Queryable, regionId: string, result: ResultVersion): Promise<Certification> {
  const panel = await findPanel(db, regionId, result.categoryId);
  const counted = new Set(result.inputs.sheets.map((sheet) => sheet.juror));
  const jurors = panel.filter((juror) => counted.has(juror.code)).map((juror) => juror.personId);
  return {
    needed: signersNeeded(jurors, panel.find((juror) => juror.isChair)?.personId ?? null),
    signedBy: result.signatures.map((signature) => signature.personId),
    computedBy: result.computedBy,
    certifiedBy: result.certifiedBy,
    published: result.publishedAt !== null,
    replaced: !result.newest,
    unresolved: waitingEntries(result.body),
  };
}
