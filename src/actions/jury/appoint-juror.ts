// Appoints a juror to the panel of a category, with the role that goes with it.

import { checkLate, weighAppointment } from '../../domain/jury/appointment.ts';
import { nextJurorCode } from '../../domain/jury/panel.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { hasSecond } from '../../store/access-request.read.ts';
import { findCategory, findStages } from '../../store/edition.read.ts';
import { findContenders, findPanel, hasSealedSheet } from '../../store/jury.read.ts';
import { insertJuror, lockCategory } from '../../store/jury.write.ts';
import { findActor, findPerson } from '../../store/people.read.ts';
import { insertGrant } from '../../store/people.write.ts';
import { findAnnouncement } from '../../store/result-desk.read.ts';
import { askAccess } from '../access/ask-access.ts';
import { tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';

export interface JurorAppointment {
  readonly categoryId: string;
  readonly personId: string;
  readonly isChair?: boolean;
  /** Whoever appoints has read what stands against it. */
  readonly knowing?: boolean;
  /** Why a juror comes after the presentation opened. */
  readonly reason?: string;
}

/**
 * Refuses `category.not-found`, `panel.person-missing`, `person.closed`, `panel.has-chair`, `panel.judging-begun` once a sheet of the category is sealed, `panel.tied-to-all`,
 * `panel.objections` (with them) until they are known, and as `checkLate`. The role waits for a second person. Appointing the same person again changes nothing.
 */
export async function appointJuror(act: Act, input: JurorAppointment): Promise<Outcome<{ code: string }>> {
  const { tx, regionId } = act;
  const category = await findCategory(tx, regionId, input.categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(act.actor, 'panel.appoint', { editionId: category.editionId });
  if (!allowed.ok) return allowed;
  await lockCategory(tx, regionId, input.categoryId);
  const panel = await findPanel(tx, regionId, input.categoryId);
  const already = panel.find((juror) => juror.personId === input.personId);
  if (already !== undefined) return ok({ code: already.code });
  if (await hasSealedSheet(tx, regionId, input.categoryId)) return refuse('panel.judging-begun');
  const isChair = input.isChair === true;
  if (isChair && panel.some((juror) => juror.isChair)) return refuse('panel.has-chair');
  const { categoryId, personId } = input;
  const objections = await weigh(act, categoryId, personId);
  if (!objections.ok) return objections;
  if (Object.keys(objections.value).length > 0 && input.knowing !== true) return refuse('panel.objections', {}, objections.value);
  const second = await hasSecond(tx, regionId, { role: 'juror', editionId: category.editionId, categoryId, not: [act.actor.personId, personId] }, act.now);
  const late = checkLate({ reason: input.reason ?? '', hasSecond: second }, await findStages(tx, regionId, category.editionId), act.now);
  if (!late.ok) return late;
  const code = nextJurorCode(panel.map((juror) => juror.code));
  await insertJuror(tx, regionId, { categoryId, personId, code, isChair, appointedBy: act.actor.personId }, act.now);
  const grant = { grantId: act.newId(), personId, role: isChair ? ('chair' as const) : ('juror' as const), editionId: category.editionId, categoryId };
  const isNew = (await insertGrant(tx, regionId, { ...grant, waiting: true }, act.now)) > 0;
  await tell(act, [{ kind: 'juror-appointed', personId, aboutId: categoryId, facts: { category: category.name } }]);
  act.record({ kind: 'juror.appointed', subjectId: personId, facts: { category: categoryId, code, chair: isChair, despite: Object.keys(objections.value) } });
  if (isNew) await askAccess(act, { kind: 'role', ...grant, reason: (input.reason ?? '').trim() });
  return ok({ code });
}

async function weigh({ tx, regionId, now }: Act, categoryId: string, personId: string): Promise<ReturnType<typeof weighAppointment>> {
  const person = await findActor(tx, regionId, personId, now);
  if (person === null) return refuse('panel.person-missing');
  if ((await findPerson(tx, regionId, personId))?.disabledAt != null) return refuse('person.closed');
  const candidate = { personId, seats: [...person.seats, ...person.pastSeats], grants: [...person.grants, ...(person.waiting ?? [])] };
  const isAnnounced = (await findAnnouncement(tx, regionId, categoryId)) !== null;
  return weighAppointment(candidate, await findContenders(tx, regionId, categoryId), isAnnounced, now);
}
