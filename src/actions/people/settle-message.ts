// What the office does with a message that no mail carried: hands it over itself, or has it tried again.

import { afterQuiet } from '../../domain/people/message.ts';
import { may } from '../../domain/people/permissions.ts';
import { zoneHours } from '../../domain/people/region.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findMessage } from '../../store/message.read.ts';
import { markByHand, sendAgain as requeue } from '../../store/message.write.ts';
import { findRegionById } from '../../store/people.read.ts';
import type { Act } from '../perform.ts';

/** Refuses `message.not-found`, `message.already-told`. Given already: nothing changes. */
export async function giveByHand(act: Act, input: { readonly messageId: string }): Promise<Outcome<true>> {
  const found = await findManaged(act, input.messageId);
  if (!found.ok) return found;
  if (found.value.state === 'by-hand') return ok(true);
  if (!(await markByHand(act.tx, act.regionId, input.messageId, act.actor.personId, act.now))) return refuse('message.already-told');
  act.record({ kind: 'message.given-by-hand', subjectId: input.messageId });
  return ok(true);
}

/** Refuses `message.not-found`, `message.not-failed`. Waiting already: nothing changes. */
export async function sendAgain(act: Act, input: { readonly messageId: string }): Promise<Outcome<true>> {
  const found = await findManaged(act, input.messageId);
  if (!found.ok) return found;
  if (found.value.state === 'queued') return ok(true);
  const region = await findRegionById(act.tx, act.regionId);
  const dueAt = afterQuiet(act.now, zoneHours(region?.zone ?? ''));
  if (!(await requeue(act.tx, act.regionId, input.messageId, dueAt))) return refuse('message.not-failed');
  act.later('send-messages', { regionId: act.regionId });
  act.record({ kind: 'message.sent-again', subjectId: input.messageId });
  return ok(true);
}

async function findManaged(act: Act, messageId: string) {
  const allowed = may(act.actor, 'message.manage');
  if (!allowed.ok) return allowed;
  const message = await findMessage(act.tx, act.regionId, messageId);
  return message === null ? refuse('message.not-found') : ok(message);
}
