// One person as the admin keeps them: account, seats, roles, ways in.

import { changePerson } from '../../actions/people/change-account.ts';
import { managedAfresh, managedPerson } from '../../actions/people/managed.ts';
import { endGrant, endSeat, giveSeat, grantRole } from '../../actions/people/seats.ts';
import { endSecondFactorOf } from '../../actions/people/second-factor.ts';
import { endSessionsOf, letIn, shutOut } from '../../actions/people/shut-out.ts';
import { unlinkSso } from '../../actions/people/sso.ts';
import { type Act, perform } from '../../actions/perform.ts';
import { plainNip } from '../../domain/people/identity.ts';
import { isId } from '../../domain/shared/ids.ts';
import { type Outcome, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { later } from '../../domain/shared/time.ts';
import { findActor, findPerson, listAgencies } from '../../store/people.read.ts';
import { findFactors, listSessionLines } from '../../store/people-factor.read.ts';
import { findSsoLink } from '../../store/people-sso.read.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { provenWho } from '../proof.tsx';
import { type Ctx, who } from '../request.ts';
import { IDLE_MS } from '../session.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { AccountForm, Held, type PersonView, RoleForm, SeatForm, WaysIn } from './person-parts.tsx';
import { roleAsked, seatAsked } from './work-asked.ts';

export function showPerson(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

type Change = (act: Act, form: Posted, personId: string) => Promise<Outcome<unknown>>;

/** Gives something: only after a fresh proof. */
function giving(make: Change): (c: Ctx) => Promise<Response> {
  return (c) => change(c, (form, personId) => give(c, form, personId, make));
}

/** Takes something away. */
function ending(make: Change): (c: Ctx) => Promise<Response> {
  return (c) => change(c, (form, personId) => take(c, form, personId, make));
}

async function give(c: Ctx, form: Posted, personId: string, make: Change): Promise<Outcome<unknown>> {
  const by = await provenWho(c, form);
  return by.ok ? perform(c.var.platform, by.value, (act) => managedAfresh(act, () => managedPerson(act, personId, () => make(act, form, personId)))) : by;
}

function take(c: Ctx, form: Posted, personId: string, make: Change): Promise<Outcome<unknown>> {
  return perform(c.var.platform, who(c), (act) => managedPerson(act, personId, () => make(act, form, personId)));
}

async function change(c: Ctx, make: (form: Posted, personId: string) => Promise<Outcome<unknown>>): Promise<Response> {
  const form = await readForm(c);
  const personId = c.req.param('id') ?? '';
  if (!isId(personId)) return notFound(c);
  const outcome = await make(form, personId);
  return outcome.ok ? seeOther(c, paths.person(personId)) : draw(c, form, outcome.refusal);
}

export const giveSeatHere = giving(async (act, form, personId) => {
  const seat = seatAsked(form);
  return seat.ok ? giveSeat(act, { ...seat.value, holdingId: act.newId(), personId }) : seat;
});

export const endSeatHere = ending(async (act, { text }, personId) =>
  isId(text('seatId')) ? endSeat(act, { personId, seatId: text('seatId') }) : refuse('person.not-found'),
);

const grant: Change = async (act, form, personId) => {
  const role = roleAsked(form);
  if (!role.ok) return role;
  return form.text('end') === 'ya' ? endGrant(act, { personId, role: role.value }) : grantRole(act, { personId, role: role.value });
};

export function grantRoleHere(c: Ctx): Promise<Response> {
  return change(c, (form, personId) => (form.text('end') === 'ya' ? take : give)(c, form, personId, grant));
}

export const changePersonHere = giving((act, { text }, personId) =>
  changePerson(act, { personId, name: text('name'), nip: plainNip(text('nip')) || null, email: text('email') || null }),
);

export const endFactorHere = giving((act, _form, personId) => endSecondFactorOf(act, { personId }));
export const unlinkHere = ending((act, _form, personId) => unlinkSso(act, { personId }));
export const endSessionsHere = ending((act, _form, personId) => endSessionsOf(act, { personId }));
export const shutOutHere = ending((act, _form, personId) => shutOut(act, { personId }));
export const letInHere = giving((act, _form, personId) => letIn(act, { personId }));

async function draw(c: Ctx, form: Posted | null, refusal: Refusal | null): Promise<Response> {
  const personId = c.req.param('id') ?? '';
  const { db, now, newId } = c.var.platform;
  const { regionId } = c.var.region;
  const [actor, card] = isId(personId) ? await Promise.all([findActor(db, regionId, personId, now()), findPerson(db, regionId, personId)]) : [null, null];
  if (actor === null || card === null) return notFound(c);
  const [agencies, factors, sessions, ssoSince] = await Promise.all([
    listAgencies(db, regionId),
    findFactors(db, regionId, personId),
    listSessionLines(db, regionId, personId, later(now(), -IDLE_MS)),
    findSsoLink(db, regionId, personId),
  ]);
  const typed = (name: string) => form?.text(name) ?? '';
  const view: PersonView = {
    c,
    here: paths.person(personId),
    actor,
    card,
    agencies,
    factors,
    sessions,
    ssoSince,
    newId,
    typed,
    hasTyped: form?.has.bind(form) ?? (() => false),
    refusal,
  };
  return page(
    c,
    { title: actor.name, current: paths.people, back: { href: paths.people, label: 'Orang' }, error: refusal !== null },
    <div class="baca tumpuk tumpuk--lega">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{actor.name}</h1>
      <Held {...view} />
      <WaysIn {...view} />
      <SeatForm {...view} />
      <RoleForm {...view} />
      <AccountForm {...view} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
