import { createAgency } from '../../actions/people/create-agency.ts';
import { endGrant, giveSeat, grantRole } from '../../actions/people/seats.ts';
import { type Act, perform } from '../../actions/perform.ts';
import type { AgencyKind } from '../../domain/people/agency.ts';
import { may } from '../../domain/people/permissions.ts';
import type { GrantedRole } from '../../domain/people/role.ts';
import { isId } from '../../domain/shared/ids.ts';
import { type Outcome, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findActor, listAgencies } from '../../store/people.read.ts';
import { agencyKindWords } from '../../texts/id/edition.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

const GRANTED: readonly (readonly [GrantedRole, string])[] = [
  ['secretariat', 'Sekretariat'],
  ['verifier', 'Verifikator'],
  ['leader', 'Pimpinan'],
  ['admin', 'Admin'],
];
const KINDS: readonly AgencyKind[] = ['skpd', 'kecamatan', 'puskesmas', 'blud', 'school', 'village', 'outside'];

export function showPerson(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export function giveSeatHere(c: Ctx): Promise<Response> {
  return change(c, async (act, text, personId) => {
    const role = text('role') === 'head' ? 'head' : 'innovator';
    if (!isId(text('agencyId')) || !isId(text('seatId'))) return refuse('agency.not-found');
    const title = text('title') || (role === 'head' ? 'Kepala' : 'Admin inovasi');
    return giveSeat(act, { seatId: text('seatId'), holdingId: act.newId(), agencyId: text('agencyId'), title: title.slice(0, 120), role, personId });
  });
}

export function grantRoleHere(c: Ctx): Promise<Response> {
  return change(c, async (act, text, personId) => {
    const role = GRANTED.find(([code]) => code === text('grant'))?.[0];
    if (role === undefined) return refuse('person.role-unknown');
    return text('end') === 'ya' ? endGrant(act, { personId, role }) : grantRole(act, { personId, role });
  });
}

/** Adds an agency from the same page, so that a seat can be given in it. */
export function addAgencyHere(c: Ctx): Promise<Response> {
  return change(c, async (act, text) => {
    const kind = KINDS.find((one) => one === text('kind'));
    if (!isId(text('newAgencyId')) || kind === undefined) return refuse('agency.invalid');
    return createAgency(act, { agencyId: text('newAgencyId'), name: text('name'), shortName: text('shortName'), kind });
  });
}

type Change = (act: Act, text: (name: string) => string, personId: string) => Promise<Outcome<unknown>>;

async function change(c: Ctx, make: Change): Promise<Response> {
  const form = await readForm(c);
  const personId = c.req.param('id') ?? '';
  if (!isId(personId)) return notFound(c);
  const outcome = await perform(c.var.platform, who(c), async (act): Promise<Outcome<unknown>> => {
    const allowed = may(act.actor, 'people.manage');
    if (!allowed.ok) return allowed;
    if ((await findActor(act.tx, act.regionId, personId, act.now)) === null) return refuse('person.not-found');
    return make(act, form.text, personId);
  });
  return outcome.ok ? seeOther(c, `${paths.people}/${personId}`) : draw(c, outcome.refusal);
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const personId = c.req.param('id') ?? '';
  const { db, now, newId } = c.var.platform;
  const { regionId } = c.var.region;
  const person = isId(personId) ? await findActor(db, regionId, personId, now()) : null;
  if (person === null) return notFound(c);
  const agencies = await listAgencies(db, regionId);
  const { csrf } = signedIn(c);
  const here = `${paths.people}/${personId}`;
  return page(
    c,
    { title: person.name, current: paths.people, back: { href: paths.people, label: 'Orang' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{person.name}</h1>
      <ul>
        {person.seats.map((seat) => (
          <li key={seat.seatId}>
            {seat.title}, {seat.agencyName}
          </li>
        ))}
        {GRANTED.filter(([code]) => person.grants.some((grant) => grant.role === code)).map(([code, label]) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
      <section class="tumpuk">
        <h2>Beri jabatan</h2>
        <Form action={`${here}/jabatan`} csrf={csrf} hidden={{ seatId: newId() }}>
          <Field name="agencyId" kind="select" label="Perangkat daerah" choices={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))} placeholder="Pilih" />
          <Field
            name="role"
            kind="radios"
            label="Sebagai"
            value="innovator"
            choices={[
              { value: 'innovator', label: 'Inovator', detail: 'Mengisi dan mengirim usulan' },
              { value: 'head', label: 'Kepala', detail: 'Menyetujui usulan kantornya' },
            ]}
          />
          <Field name="title" label="Nama jabatan" optional />
          <Button kind="utama">Beri jabatan</Button>
        </Form>
      </section>
      <section class="tumpuk">
        <h2>Beri atau akhiri peran</h2>
        <Form action={`${here}/peran`} csrf={csrf}>
          <Field name="grant" kind="select" label="Peran" choices={GRANTED.map(([value, label]) => ({ value, label }))} placeholder="Pilih" />
          <Field name="end" kind="checkbox" label="Akhiri peran ini" value="ya" />
          <Button>Simpan peran</Button>
        </Form>
      </section>
      <section class="tumpuk">
        <h2>Tambah perangkat daerah</h2>
        <Form action={`${here}/perangkat`} csrf={csrf} hidden={{ newAgencyId: newId() }}>
          <Field name="name" label="Nama lengkap" error={errorOf(refusal, 'name')} />
          <Field name="shortName" label="Nama pendek" error={errorOf(refusal, 'shortName')} />
          <Field name="kind" kind="select" label="Jenis" choices={KINDS.map((kind) => ({ value: kind, label: agencyKindWords[kind] }))} placeholder="Pilih" />
          <Button>Tambah perangkat daerah</Button>
        </Form>
      </section>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
