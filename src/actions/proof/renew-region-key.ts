// A new key of the region takes two people: one asks, another confirms. The old key ends and stays listed.

import { may } from '../../domain/people/permissions.ts';
import { requireFresh } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { makeRegionKey } from '../../platform/region-key.ts';
import { findOpenRenewal } from '../../store/region-key.read.ts';
import { beginRegionKey, endRegionKey, insertRenewal, settleRenewal } from '../../store/region-key.write.ts';
import type { Act } from '../perform.ts';

/** Refuses `permission.denied`, `person.proof-needed`, `region-key.reason-missing` (field `alasan`) and `region-key.already-asked`. */
export async function askKeyRenewal(act: Act, input: { readonly renewalId: string; readonly reason: string }): Promise<Outcome<true>> {
  const allowed = mayRenew(act);
  if (!allowed.ok) return allowed;
  const reason = input.reason.trim();
  if (reason.length < 3 || reason.length > 500) return refuse('region-key.reason-missing', {}, { alasan: fault('region-key.reason-missing') });
  const renewal = { renewalId: input.renewalId, reason, askedBy: act.actor.personId };
  if (!(await insertRenewal(act.tx, act.regionId, renewal, act.now))) return refuse('region-key.already-asked');
  act.record({ kind: 'region.key-asked', subjectId: act.regionId, facts: { reason } });
  return ok(true);
}

/** By somebody else than who asked. Refuses `permission.denied`, `person.proof-needed`, `region-key.nothing-asked` and `region-key.own-request`. */
export async function confirmKeyRenewal(act: Act, input: { readonly renewalId: string }): Promise<Outcome<true>> {
  const allowed = mayRenew(act);
  if (!allowed.ok) return allowed;
  const renewal = await findOpenRenewal(act.tx, act.regionId);
  if (renewal?.renewalId !== input.renewalId) return refuse('region-key.nothing-asked');
  if (renewal.askedBy === act.actor.personId) return refuse('region-key.own-request');
  const made = makeRegionKey(act.home);
  await endRegionKey(act.tx, act.regionId, act.now);
  await beginRegionKey(act.tx, act.regionId, made, act.now);
  await settleRenewal(act.tx, act.regionId, { renewalId: renewal.renewalId, by: act.actor.personId, keyId: made.keyId }, act.now);
  act.record({ kind: 'region.key-renewed', subjectId: act.regionId, facts: { key: made.keyId, askedBy: renewal.askedBy } });
  return ok(true);
}

/** By whoever asked, or by somebody else: the key that stands goes on. Refuses `permission.denied`, `person.proof-needed` and `region-key.nothing-asked`. */
export async function keepRegionKey(act: Act, input: { readonly renewalId: string }): Promise<Outcome<true>> {
  const allowed = mayRenew(act);
  if (!allowed.ok) return allowed;
  const renewal = await findOpenRenewal(act.tx, act.regionId);
  if (renewal?.renewalId !== input.renewalId) return refuse('region-key.nothing-asked');
  await settleRenewal(act.tx, act.regionId, { renewalId: renewal.renewalId, by: act.actor.personId, keyId: null }, act.now);
  act.record({ kind: 'region.key-kept', subjectId: act.regionId });
  return ok(true);
}

function mayRenew(act: Act): Outcome<unknown> {
  const allowed = may(act.actor, 'region.key');
  return allowed.ok ? requireFresh(act.provedAt, act.now) : allowed;
}
