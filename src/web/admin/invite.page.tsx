// One person invited, with what they come to do: asked on one page, done by one act.

import { inviteWithWork } from '../../actions/people/invite-with-work.ts';
import { perform } from '../../actions/perform.ts';
import { plainNip } from '../../domain/people/identity.ts';
import { isId } from '../../domain/shared/ids.ts';
import { type Outcome, ok, type Refusal } from '../../domain/shared/outcome.ts';
import { listAgencies } from '../../store/people.read.ts';
import { inviteTexts } from '../../texts/id/people-invite.ts';
import { errorOf, notFound, page, problemsOf, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { toMadeLink } from './made-link.page.tsx';
import { roleAsked, seatAsked } from './work-asked.ts';
import { RoleField, SeatFields } from './work-fields.tsx';

export function showInvite(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

/** Adds the person; the browser is sent on to the page with the link, so that reloading it makes no other. */
export async function invite(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const { text } = form;
  if (!isId(text('id'))) return notFound(c);
  const [seat, role] = [unlessEmpty(text('agencyId'), () => seatAsked(form)), unlessEmpty(text('grant'), () => roleAsked(form))];
  if (!seat.ok) return draw(c, form, seat.refusal);
  if (!role.ok) return draw(c, form, role.refusal);
  const by = await provenWho(c, form);
  if (!by.ok) return draw(c, form, by.refusal);
  const person = { personId: text('id'), name: text('name'), nip: plainNip(text('nip')) || null, email: text('email') || null };
  const outcome = await perform(c.var.platform, by.value, (act) => inviteWithWork(act, { ...person, seat: seat.value, role: role.value }));
  return outcome.ok ? toMadeLink(c, outcome.value) : draw(c, form, outcome.refusal);
}

function unlessEmpty<T>(word: string, read: () => Outcome<T>): Outcome<T | null> {
  return word === '' ? ok(null) : read();
}

async function draw(c: Ctx, form: Posted | null, refusal: Refusal | null): Promise<Response> {
  const { db, newId } = c.var.platform;
  const agencies = await listAgencies(db, c.var.region.regionId);
  const typed = (name: string) => form?.text(name) ?? '';
  const ids = { id: typed('id') || newId(), seatId: typed('seatId') || newId() };
  return page(
    c,
    { title: inviteTexts.title, current: paths.people, back: { href: paths.people, label: 'Orang' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{inviteTexts.title}</h1>
      <p class="utama">{inviteTexts.lead}</p>
      <p>
        <ButtonLink href={paths.importPeople}>{inviteTexts.many}</ButtonLink>
      </p>
      <Form action={paths.invite} csrf={signedIn(c).csrf} hidden={ids}>
        <Field name="name" label="Nama lengkap" value={typed('name')} error={errorOf(refusal, 'name')} />
        <Field name="nip" label="NIP" hint={inviteTexts.nipHint} value={typed('nip')} inputMode="numeric" error={errorOf(refusal, 'nip')} />
        <Field name="email" label="Surel" value={typed('email')} inputMode="email" error={errorOf(refusal, 'email')} />
        <h2>{inviteTexts.work}</h2>
        <p>{inviteTexts.workLead}</p>
        <SeatFields agencies={agencies} typed={typed} refusal={refusal} optional />
        <RoleField typed={typed} refusal={refusal} optional />
        <ProofField c={c} refusal={refusal} />
        <Button kind="utama">{inviteTexts.send}</Button>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
