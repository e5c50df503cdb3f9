// The second factor of deciding roles: on from the first day, off only with a reason that everybody who decides is told.

import { factorStart, NOTICE_MS } from '../../domain/access/factor-start.ts';
import { DECIDING_ROLES } from '../../domain/access/request.ts';
import { requireFresh } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { later } from '../../domain/shared/time.ts';
import { listDeciding } from '../../store/access-request.read.ts';
import { findAccessSetting, listLiveWindows } from '../../store/access-setting.read.ts';
import { saveAccessSetting } from '../../store/access-setting.write.ts';
import { managed } from '../people/managed.ts';
import { tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';

const REASON = { min: 10, max: 1000 } as const;

/** Refuses `permission.denied`, `person.proof-needed`, `factor.reason` by the field `alasan`. Off already it stays off. */
export async function endFactorRule(act: Act, input: { readonly reason: string }): Promise<Outcome<true>> {
  return managed(act, async () => {
    const fresh = requireFresh(act.provedAt, act.now);
    if (!fresh.ok) return fresh;
    const reason = input.reason.trim();
    if (reason.length < REASON.min || reason.length > REASON.max) return refuse('factor.reason', {}, { alasan: fault('factor.reason', REASON) });
    if ((await findAccessSetting(act.tx, act.regionId))?.secondFactorFrom == null) return ok(true);
    await saveAccessSetting(act.tx, act.regionId, { secondFactorFrom: null, reason, changedBy: act.actor.personId }, act.now);
    act.record({ kind: 'access.factor-rule-off', subjectId: act.regionId, facts: { reason } });
    const told = await listDeciding(act.tx, act.regionId, act.now, DECIDING_ROLES);
    await tell(
      act,
      told.map((personId) => ({ kind: 'access-factor-off', personId, aboutId: act.regionId, facts: {} })),
    );
    return ok(true);
  });
}

/** On again after two weeks, out of the way of what runs. Refuses `permission.denied`, `person.proof-needed`. On already it stays as it is. */
export async function beginFactorRule(act: Act): Promise<Outcome<true>> {
  return managed(act, async () => {
    const fresh = requireFresh(act.provedAt, act.now);
    if (!fresh.ok) return fresh;
    if ((await findAccessSetting(act.tx, act.regionId))?.secondFactorFrom != null) return ok(true);
    const secondFactorFrom = factorStart(later(act.now, NOTICE_MS), await listLiveWindows(act.tx, act.regionId));
    await saveAccessSetting(act.tx, act.regionId, { secondFactorFrom, reason: '', changedBy: act.actor.personId }, act.now);
    act.record({ kind: 'access.factor-rule-on', subjectId: act.regionId, facts: { from: secondFactorFrom } });
    return ok(true);
  });
}

/** A start still ahead moves when the stages did. */
export async function keepFactorStart(act: Act): Promise<Outcome<true>> {
  const setting = await findAccessSetting(act.tx, act.regionId);
  const planned = setting?.secondFactorFrom ?? null;
  if (planned === null || planned <= act.now) return ok(true);
  const start = factorStart(planned, await listLiveWindows(act.tx, act.regionId));
  if (start === planned) return ok(true);
  await saveAccessSetting(act.tx, act.regionId, { secondFactorFrom: start, reason: '', changedBy: null }, act.now);
  act.record({ kind: 'access.factor-rule-on', subjectId: act.regionId, facts: { from: start } });
  return ok(true);
}
