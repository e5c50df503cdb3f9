// Says whose roles need a second factor in an edition.

import { may } from '../../domain/people/permissions.ts';
import type { GrantedRole } from '../../domain/people/role.ts';
import { FACTOR_ROLES, requireFresh } from '../../domain/people/second-factor.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { setFactorRoles } from '../../store/people-factor.write.ts';
import type { Act } from '../perform.ts';

/** Takes hold with the next page each person opens: whoever has none sets one up first. Refuses `person.proof-needed`. */
export async function requireSecondFactor(act: Act, input: { readonly editionId: string; readonly roles: readonly GrantedRole[] }): Promise<Outcome<true>> {
  const allowed = may(act.actor, 'people.manage');
  if (!allowed.ok) return allowed;
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  const roles = FACTOR_ROLES.filter((role) => input.roles.includes(role));
  const rows = await setFactorRoles(act.tx, act.regionId, input.editionId, roles);
  if (rows > 0) act.record({ kind: 'edition.second-factor-required', subjectId: input.editionId, facts: { roles } });
  return ok(true);
}
