// Whether a seat brings a deciding role with it: then whoever comes to sit there waits for a second person.

import type { GrantedRole } from '../../domain/people/role.ts';
import { listDecidingSeats } from '../../store/access-request.read.ts';
import type { Act } from '../perform.ts';

/** One of its deciding roles; null when it carries none, or when the system itself acts, before there are people. */
export async function decidingSeatRole(act: Act, seatId: string): Promise<GrantedRole | null> {
  if (act.actor.personId === '') return null;
  const [found] = await listDecidingSeats(act.tx, act.regionId, [seatId], act.now);
  return found?.role ?? null;
}
