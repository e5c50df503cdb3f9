// What was asked is stopped, or what was set up alone is struck: it gives nothing, and a way in that came by a link is closed again.

import { decides, mayStop } from '../../domain/access/request.ts';
import { mayRelease } from '../../domain/jury/appointment.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockRequest, type RequestRow } from '../../store/access-request.read.ts';
import { forgetPassword, markStopped, takeBack } from '../../store/access-request.write.ts';
import { findPanelStanding } from '../../store/jury.read.ts';
import { deleteJuror, lockCategory } from '../../store/jury.write.ts';
import { findActor } from '../../store/people.read.ts';
import { endSessions, voidLinks } from '../../store/people.write.ts';
import { unlinkPerson } from '../../store/people-sso.write.ts';
import { keepAnAdmin } from '../people/managed.ts';
import { tellOfAccount } from '../people/tell.ts';
import type { Act } from '../perform.ts';

/** Refuses as `mayStop`, and as `mayRelease` for a juror who has begun. Stopped again it stays stopped. */
export async function stopAccess(act: Act, input: { readonly requestId: string }): Promise<Outcome<true>> {
  return stop(act, input.requestId, (request, actor) => (request.route === 'alone' ? refuse('access.not-found') : mayStop(request, actor)));
}

/** Of what was set up alone. Refuses `access.own-ask` to whoever set it up, `permission.denied` to who decides nothing, `person.last-admin`. */
export async function strikeAlone(act: Act, input: { readonly requestId: string }): Promise<Outcome<true>> {
  return stop(act, input.requestId, (request, actor) => {
    if (request.route !== 'alone') return refuse('access.not-found');
    if (request.askedBy === actor.personId) return refuse('access.own-ask');
    return decides(actor) ? ok(true) : refuse('permission.denied', { verb: 'access.stop' });
  });
}

type May = (request: RequestRow, actor: NonNullable<Awaited<ReturnType<typeof findActor>>>) => Outcome<true>;

async function stop(act: Act, requestId: string, may: May): Promise<Outcome<true>> {
  return keepAnAdmin(act, async () => {
    const { tx, regionId, now } = act;
    const request = await lockRequest(tx, regionId, requestId);
    const actor = await findActor(tx, regionId, act.actor.personId, now);
    if (request === null || actor === null) return refuse('access.not-found');
    if (request.stoppedAt !== null) return ok(true);
    const allowed = may(request, actor);
    if (!allowed.ok) return allowed;
    const off = await leavePanel(act, request);
    if (!off.ok) return off;
    await markStopped(tx, regionId, requestId, actor.personId, now);
    await takeBack(tx, regionId, request, now);
    await closeWay(act, request);
    const { personId, role, kind } = request;
    act.record({
      kind: 'access.stopped',
      subjectId: personId ?? request.seatId,
      facts: { request: requestId, what: kind, ...(role === null ? {} : { role }) },
    });
    if (personId !== null) await tellOfAccount(act, personId, 'access-stopped', role === null ? {} : { role });
    return ok(true);
  });
}

/** Whoever came in by the link or the sign-on that was stopped does not come again. */
async function closeWay({ tx, regionId, now }: Act, { kind, personId }: RequestRow): Promise<void> {
  if (personId === null || (kind !== 'activation' && kind !== 'reset' && kind !== 'sso')) return;
  if (kind === 'sso') await unlinkPerson(tx, regionId, personId);
  else await forgetPassword(tx, regionId, personId);
  await voidLinks(tx, regionId, personId, now);
  await endSessions(tx, regionId, personId, null, now);
}

async function leavePanel({ tx, regionId }: Act, { personId, categoryId, kind }: RequestRow): Promise<Outcome<true>> {
  if (kind !== 'role' || personId === null || categoryId === null) return ok(true);
  await lockCategory(tx, regionId, categoryId);
  const juror = (await findPanelStanding(tx, regionId, categoryId)).find((one) => one.personId === personId);
  if (juror === undefined) return ok(true);
  const free = mayRelease(juror);
  if (!free.ok) return free;
  await deleteJuror(tx, regionId, categoryId, personId);
  return ok(true);
}
