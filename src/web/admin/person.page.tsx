import { managedPerson } from '../../actions/people/managed.ts';
import { endGrant, endSeat, giveSeat, grantRole } from '../../actions/people/seats.ts';
import { type Act, perform } from '../../actions/perform.ts';
import type { Agency } from '../../domain/people/agency.ts';
import type { Actor, GrantedRole } from '../../domain/people/role.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Outcome, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findActor, listAgencies } from '../../store/people.read.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
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

export function showPerson(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

export function giveSeatHere(c: Ctx): Promise<Response> {
  return change(c, async (act, { text }, personId) => {
    const role = text('role') === 'head' ? 'head' : 'innovator';
    if (!isId(text('agencyId'))) return refuse('person.seat-invalid', {}, { agencyId: fault('agency.not-found') });
    if (!isId(text('seatId'))) return refuse('person.not-found');
    const title = text('title') || (role === 'head' ? 'Kepala' : 'Admin inovasi');
    if (title.length > 120) return refuse('person.seat-invalid', {}, { title: fault('field.length', { max: 120 }) });
    return giveSeat(act, { seatId: text('seatId'), holdingId: act.newId(), agencyId: text('agencyId'), title, role, personId });
  });
}

export function endSeatHere(c: Ctx): Promise<Response> {
  return change(c, async (act, { text }, personId) => (isId(text('seatId')) ? endSeat(act, { personId, seatId: text('seatId') }) : refuse('person.not-found')));
}

export function grantRoleHere(c: Ctx): Promise<Response> {
  return change(c, async (act, { text }, personId) => {
    const role = GRANTED.find(([code]) => code === text('grant'))?.[0];
    if (role === undefined) return refuse('person.seat-invalid', {}, { grant: fault('person.role-unknown') });
    return text('end') === 'ya' ? endGrant(act, { personId, role }) : grantRole(act, { personId, role });
  });
}

type Change = (act: Act, form: Posted, personId: string) => Promise<Outcome<unknown>>;

async function change(c: Ctx, make: Change): Promise<Response> {
  const form = await readForm(c);
  const personId = c.req.param('id') ?? '';
  if (!isId(personId)) return notFound(c);
  const outcome = await perform(c.var.platform, who(c), (act) => managedPerson(act, personId, () => make(act, form, personId)));
  return outcome.ok ? seeOther(c, paths.person(personId)) : draw(c, form, outcome.refusal);
}

interface View {
  readonly here: string;
  readonly csrf: string;
  readonly person: Actor;
  readonly agencies: readonly Agency[];
  readonly newId: () => string;
  /** What was typed, when something was wrong with it. */
  readonly typed: (name: string) => string;
  readonly refusal: Refusal | null;
}

async function draw(c: Ctx, form: Posted | null, refusal: Refusal | null): Promise<Response> {
  const personId = c.req.param('id') ?? '';
  const { db, now, newId } = c.var.platform;
  const { regionId } = c.var.region;
  const person = isId(personId) ? await findActor(db, regionId, personId, now()) : null;
  if (person === null) return notFound(c);
  const typed = (name: string) => form?.text(name) ?? '';
  const view: View = { here: paths.person(personId), csrf: signedIn(c).csrf, person, agencies: await listAgencies(db, regionId), newId, typed, refusal };
  return page(
    c,
    { title: person.name, current: paths.people, back: { href: paths.people, label: 'Orang' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{person.name}</h1>
      <Held {...view} />
      <SeatForm {...view} />
      <RoleForm {...view} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Held({ here, csrf, person }: View) {
  const roles = GRANTED.filter(([code]) => person.grants.some((grant) => grant.role === code));
  if (person.seats.length + roles.length === 0) return <p>Belum ada jabatan atau peran.</p>;
  return (
    <ul class="tumpuk">
      {person.seats.map((seat) => (
        <li key={seat.seatId}>
          {seat.title}, {seat.agencyName}
          <Form action={`${here}/jabatan/akhir`} csrf={csrf} hidden={{ seatId: seat.seatId }} inline label={`Akhiri jabatan ${seat.title}, ${seat.agencyName}`}>
            <Button kind="netral" size="kecil">
              Akhiri jabatan
            </Button>
          </Form>
        </li>
      ))}
      {roles.map(([code, label]) => (
        <li key={code}>{label}</li>
      ))}
    </ul>
  );
}

function SeatForm({ here, csrf, agencies, newId, typed, refusal }: View) {
  return (
    <section class="tumpuk">
      <h2>Beri jabatan</h2>
      <Form action={`${here}/jabatan`} csrf={csrf} hidden={{ seatId: typed('seatId') || newId() }}>
        <Field
          name="agencyId"
          kind="select"
          label="Perangkat daerah"
          hint={<a href={paths.agencies}>Tambah bila belum ada di daftar</a>}
          value={typed('agencyId')}
          choices={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
          placeholder="Pilih"
          error={errorOf(refusal, 'agencyId')}
        />
        <Field
          name="role"
          kind="radios"
          label="Sebagai"
          value={typed('role') || 'innovator'}
          choices={[
            { value: 'innovator', label: 'Inovator', detail: 'Mengisi dan mengirim usulan' },
            { value: 'head', label: 'Kepala', detail: 'Menyetujui usulan kantornya' },
          ]}
        />
        <Field name="title" label="Nama jabatan" optional value={typed('title')} error={errorOf(refusal, 'title')} />
        <Button kind="utama">Beri jabatan</Button>
      </Form>
    </section>
  );
}

function RoleForm({ here, csrf, typed, refusal }: View) {
  return (
    <section class="tumpuk">
      <h2>Beri atau akhiri peran</h2>
      <Form action={`${here}/peran`} csrf={csrf}>
        <Field
          name="grant"
          kind="select"
          label="Peran"
          value={typed('grant')}
          choices={GRANTED.map(([value, label]) => ({ value, label }))}
          placeholder="Pilih"
          error={errorOf(refusal, 'grant')}
        />
        <Field name="end" kind="checkbox" label="Akhiri peran ini" value="ya" checked={typed('end') === 'ya'} />
        <Button>Simpan peran</Button>
      </Form>
    </section>
  );
}
