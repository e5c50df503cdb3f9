// One seat, for whoever holds it and for the admin: delegation, handover, roles that stay with it, history.

import { delegateSeat, endDelegation } from '../../actions/people/delegate-seat.ts';
import { callOff, giveOver } from '../../actions/people/hand-over.ts';
import { findByAccount } from '../../actions/people/keep-seat.ts';
import { endSeatRole, grantSeatRole, SEAT_GRANTS } from '../../actions/people/seat-roles.ts';
import { type Act, perform } from '../../actions/perform.ts';
import { DELEGATIONS } from '../../domain/people/seat.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Outcome, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findPerson } from '../../store/people.read.ts';
import { findOpenHandover, findSeat, findSeatLoad, listColleagues, listHoldings, listSeatGrants, type SeatCard } from '../../store/people-seats.read.ts';
import { fullStop, zoneOf } from '../../texts/id/format.ts';
import { seatWords } from '../../texts/id/people-admin.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { fromTypedMoment } from '../local-time.ts';
import { paths } from '../paths.ts';
import { provenWho } from '../proof.tsx';
import { type Ctx, signedIn, who } from '../request.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ConfirmHandover, DelegateForm, Delegations, HandoverForm, History, OpenHandover, SeatRoles, type SeatView } from './seat-parts.tsx';

export function showSeat(c: Ctx): Promise<Response> {
  return withSeat(c, (seat) => draw(c, seat, null, null));
}

/** The seat of the address, for its holder or an admin; nobody else learns that it is there. */
async function withSeat(c: Ctx, work: (seat: SeatCard) => Promise<Response>): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const seat = isId(id) ? await findSeat(c.var.platform.db, c.var.region.regionId, id) : null;
  const { actor, roles } = signedIn(c);
  return seat === null || (seat.holderId !== actor.personId && !roles.includes('admin')) ? notFound(c) : work(seat);
}

type Change = (act: Act, form: Posted, seat: SeatCard) => Promise<Outcome<unknown>>;

function changing(make: Change, afresh: boolean): (c: Ctx) => Promise<Response> {
  return (c) =>
    withSeat(c, async (seat) => {
      const form = await readForm(c);
      const by = afresh ? await provenWho(c, form) : ({ ok: true, value: who(c) } as const);
      const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => make(act, form, seat)) : by;
      return outcome.ok ? seeOther(c, hereOf(c, seat.seatId)) : draw(c, seat, form, outcome.refusal);
    });
}

/** The admin stays in the admin's rooms. */
function hereOf(c: Ctx, seatId: string): string {
  return c.req.path.startsWith('/admin/') ? paths.adminSeat(seatId) : paths.seat(seatId);
}

export function delegateHere(c: Ctx): Promise<Response> {
  const zone = zoneOf(c.var.region.zone);
  return changing(async (act, { text }, seat) => {
    const [from, until] = [fromTypedMoment(text('from'), zone), fromTypedMoment(text('until'), zone)];
    const delegation = DELEGATIONS.find((one) => one === text('delegation'));
    const missing = {
      ...(from === null ? { from: fault('delegation.unreadable') } : {}),
      ...(until === null ? { until: fault('delegation.unreadable') } : {}),
    };
    if (from === null || until === null) return refuse('delegation.invalid', {}, missing);
    if (delegation === undefined) return refuse('delegation.invalid', {}, { delegation: fault('field.required') });
    if (!isId(text('holdingId'))) return refuse('seat.not-found');
    return delegateSeat(act, { holdingId: text('holdingId'), seatId: seat.seatId, account: text('account'), delegation, from, until, letter: text('letter') });
  }, true)(c);
}

export const endDelegationHere = changing(
  (act, { text }, seat) =>
    isId(text('holdingId')) ? endDelegation(act, { seatId: seat.seatId, holdingId: text('holdingId') }) : Promise.resolve(refuse('seat.not-found')),
  false,
);

/** First press: who it is and what goes along. Second press: the giver's confirmation. */
export function giveOverHere(c: Ctx): Promise<Response> {
  return withSeat(c, async (seat) => {
    const form = await readForm(c);
    const input = { handoverId: form.text('handoverId'), seatId: seat.seatId, account: form.text('account'), letter: form.text('letter') };
    if (!isId(input.handoverId)) return notFound(c);
    const { db } = c.var.platform;
    const { regionId } = c.var.region;
    const receiverId = await findByAccount(db, regionId, input.account);
    const receiver = receiverId === null ? null : await findPerson(db, regionId, receiverId);
    if (receiver === null) return draw(c, seat, form, refuse('handover.invalid', {}, { account: fault('person.unknown-account') }).refusal);
    const load = await findSeatLoad(db, regionId, seat, c.var.platform.now());
    const ask = (refusal: Refusal | null) =>
      confirmPage(c, seat, refusal, <ConfirmHandover c={c} seat={seat} input={input} receiver={receiver} load={load} refusal={refusal} />);
    if (form.text('act') !== 'give') return ask(null);
    const by = await provenWho(c, form);
    if (!by.ok) return ask(by.refusal);
    const outcome = await perform(c.var.platform, by.value, (act) => giveOver(act, input));
    return outcome.ok ? seeOther(c, hereOf(c, seat.seatId)) : draw(c, seat, form, outcome.refusal);
  });
}

function confirmPage(c: Ctx, seat: SeatCard, refusal: Refusal | null, body: preact.JSX.Element): Response {
  return page(
    c,
    { title: 'Serahkan jabatan', back: { href: hereOf(c, seat.seatId), label: seat.title }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      {body}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

export const callOffHere = changing(
  (act, { text }) => (isId(text('handoverId')) ? callOff(act, { handoverId: text('handoverId') }) : Promise.resolve(refuse('handover.not-found'))),
  false,
);

const roleOf = (form: Posted) => SEAT_GRANTS.find((role) => role === form.text('grant'));
const noRole = () => Promise.resolve(refuse('person.seat-invalid', {}, { grant: fault('person.role-unknown') }));

export const grantSeatRoleHere = changing((act, form, { seatId }) => {
  const role = roleOf(form);
  return role === undefined ? noRole() : grantSeatRole(act, { seatId, role });
}, true);

export const endSeatRoleHere = changing((act, form, { seatId }) => {
  const role = roleOf(form);
  return role === undefined ? noRole() : endSeatRole(act, { seatId, role });
}, false);

async function draw(c: Ctx, seat: SeatCard, form: Posted | null, refusal: Refusal | null): Promise<Response> {
  const { db, now, newId } = c.var.platform;
  const { regionId } = c.var.region;
  const isAdmin = c.req.path.startsWith('/admin/');
  const [holdings, handover, colleagues, grants] = await Promise.all([
    listHoldings(db, regionId, seat.seatId),
    findOpenHandover(db, regionId, seat.seatId),
    listColleagues(db, regionId, seat.agencyId, now()),
    listSeatGrants(db, regionId, seat.seatId, now()),
  ]);
  const typed = (name: string) => form?.text(name) ?? '';
  const view: SeatView = { c, here: hereOf(c, seat.seatId), seat, holdings, handover, colleagues, grants, typed, newId, now: now(), refusal };
  return page(
    c,
    {
      title: seatWords(seat),
      ...(isAdmin ? { current: paths.seats } : {}),
      back: isAdmin ? { href: paths.seats, label: 'Jabatan' } : { href: paths.account, label: 'Akun saya' },
      error: refusal !== null,
      islands: ['read-back'],
    },
    <div class="baca tumpuk tumpuk--lega">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{seatWords(seat)}</h1>
      <p class="utama">{seat.holderName === null ? 'Jabatan ini kosong.' : fullStop(`Dipegang ${seat.holderName}`)}</p>
      {handover === null ? null : <OpenHandover {...view} handover={handover} />}
      <Delegations {...view} />
      <DelegateForm {...view} />
      {handover === null && <HandoverForm {...view} />}
      {isAdmin && <SeatRoles {...view} />}
      <History {...view} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
