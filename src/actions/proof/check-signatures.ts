// Every signature that was ever made with a key, checked again.

import { listKeys } from '../../domain/proof/key-list.ts';
import { checkSignature } from '../../domain/proof/signature.ts';
import type { Queryable } from '../../platform/db.ts';
import { signatureTools } from '../../platform/signature.ts';
import type { Breach } from '../../store/invariants.read.ts';
import { type KeptSignature, listKeptSignatures } from '../../store/signed-results.read.ts';
import { findSigningPlace, listOwnSigningKeys } from '../../store/signing-key.read.ts';

export async function signatureBreaches(db: Queryable, regionId: string): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const kept of await listKeptSignatures(db, regionId)) {
    const refused = await refusalOf(db, regionId, kept);
    if (refused !== null) breaches.push({ promise: 'signature.still-holds', says: 'each signature holds by its key', subject: `${kept.resultId}: ${refused}` });
  }
  return breaches;
}

async function refusalOf(db: Queryable, regionId: string, { categoryId, personId, at, assertion, version, digest, capacity, act }: KeptSignature) {
  const [place, own] = await Promise.all([findSigningPlace(db, regionId, categoryId), listOwnSigningKeys(db, regionId, personId)]);
  const keys = listKeys(
    own.map((key) => ({ ...key, capacity })),
    place?.opensAt ?? null,
  );
  const subject = { region: regionId, edition: place?.year ?? 0, category: categoryId, version, digest, capacity, act };
  const checked = checkSignature(assertion, subject, keys, at, signatureTools);
  return checked.ok ? null : checked.refusal.code;
}
