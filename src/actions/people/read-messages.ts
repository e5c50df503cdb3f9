// A person has read a message of their own, or all of them. Nobody else learns of it, so the ledger keeps no row.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { markRead } from '../../store/message.write.ts';
import type { Act } from '../perform.ts';

export async function readMessages(act: Act, input: { readonly messageId: string | null }): Promise<Outcome<{ read: number }>> {
  return ok({ read: await markRead(act.tx, act.regionId, act.actor.personId, input.messageId, act.now) });
}
