// An empty installation: its region, with a second factor for deciding roles from the first day, and its first admin, whose invitation is printed once.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { saveAccessSetting } from '../../store/access-setting.write.ts';
import { insertRegion, type NewRegion } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';
import { invitePerson } from './invite-person.ts';
import { grantRole } from './seats.ts';

export async function inviteFirstAdmin(
  act: Act,
  input: { readonly region: Omit<NewRegion, 'regionId'>; readonly email: string },
): Promise<Outcome<{ token: string }>> {
  await insertRegion(act.tx, { ...input.region, regionId: act.regionId });
  act.record({ kind: 'region.created', subjectId: act.regionId, facts: { code: input.region.code } });
  await saveAccessSetting(act.tx, act.regionId, { secondFactorFrom: act.now, reason: '', changedBy: null }, act.now);
  const invited = await invitePerson(act, { personId: act.newId(), name: 'Admin', nip: null, email: input.email });
  if (!invited.ok) return invited;
  for (const role of ['admin', 'secretariat'] as const) await grantRole(act, { personId: invited.value.personId, role });
  return ok({ token: invited.value.token });
}
