import { invitePerson } from '../../actions/people/invite-person.ts';
import { makeResetLink } from '../../actions/people/make-reset-link.ts';
import { managed } from '../../actions/people/managed.ts';
import { perform } from '../../actions/perform.ts';
import type { GrantedRole } from '../../domain/people/role.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findPerson, listPeople } from '../../store/people.read.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { grantWords } from '../../texts/id/people-admin.ts';
import { errorOf, notFound, page, problemsOf, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { ownAddress, whatsAppWith } from '../own-address.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn, who } from '../request.ts';
import { Pagination, SearchBox } from '../ui/browsing.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import { askedOf, pagesOf } from './asked.ts';

export function showPeople(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

/** Adds a person; the answer shows the one-time link, which is not shown again. */
export async function invite(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const id = form.text('id');
  if (!isId(id)) return notFound(c);
  const person = { personId: id, name: form.text('name'), nip: form.text('nip').replace(/\s/g, '') || null, email: form.text('email') || null };
  const outcome = await perform(c.var.platform, who(c), (act) => managed(act, () => invitePerson(act, person)));
  return outcome.ok ? linkPage(c, outcome.value.token, form.text('name')) : draw(c, form, outcome.refusal);
}

export async function makeLink(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const personId = c.req.param('id') ?? '';
  if (!isId(personId) || (await findPerson(c.var.platform.db, c.var.region.regionId, personId)) === null) return notFound(c);
  const by = await provenWho(c, form);
  if (!by.ok) return askProof(c, personId, form.has('bukti') ? by.refusal : null);
  const outcome = await perform(c.var.platform, by.value, (act) => makeResetLink(act, { personId }));
  return outcome.ok ? linkPage(c, outcome.value.token, '') : draw(c, null, outcome.refusal);
}

/** The press was right, only the proof is old: asked here, on its own. */
function askProof(c: Ctx, personId: string, refusal: Refusal | null): Response {
  return page(
    c,
    { title: 'Pastikan ini Anda', current: paths.people, back: { href: paths.person(personId), label: 'Orang' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Pastikan ini Anda</h1>
      <p class="utama">Tautan kata sandi membuka akun orang lain, jadi kami memastikan dahulu.</p>
      <Form action={`${paths.person(personId)}/tautan`} csrf={signedIn(c).csrf}>
        <ProofField c={c} refusal={refusal} />
        <Button kind="utama">Buat tautan kata sandi</Button>
      </Form>
    </div>,
    422,
  );
}

function linkPage(c: Ctx, token: string, name: string): Response {
  const address = ownAddress(c, paths.link(token));
  const words = `Tautan BAILANG untuk ${name || 'Anda'} (sekali pakai): ${address}`;
  return page(
    c,
    { title: 'Tautan sekali pakai', current: paths.people, back: { href: paths.people, label: 'Orang' } },
    <div class="baca tumpuk">
      <h1>Tautan sekali pakai</h1>
      <Notice kind="awas" title="Salin sekarang">
        Tautan ini tidak ditampilkan lagi. Berikan hanya kepada {name || 'pemilik akun'}.
      </Notice>
      <p class="utama">
        <code>{address}</code>
      </p>
      <p>
        <ButtonLink href={whatsAppWith(words)}>Kirim lewat WhatsApp</ButtonLink>
      </p>
    </div>,
  );
}

async function draw(c: Ctx, typed: Posted | null, refusal: Refusal | null): Promise<Response> {
  const { csrf } = signedIn(c);
  const { db, now, newId } = c.var.platform;
  const asked = askedOf(c);
  const { words, number } = asked;
  const people = await listPeople(db, { ...asked, now: now() });
  return page(
    c,
    { title: 'Orang', current: paths.people, error: refusal !== null },
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Orang</h1>
      <p class="baris">
        <ButtonLink href={paths.importPeople}>Masukkan tabel orang</ButtonLink>
        <ButtonLink href={paths.slips}>Slip undangan</ButtonLink>
      </p>
      <SearchBox action={paths.people} name="cari" label="Cari nama, NIP, atau surel" value={words} buttonLabel="Cari" />
      <Table
        label="Orang"
        columns={[
          { key: 'name', label: 'Nama', heading: true },
          { key: 'account', label: 'NIP atau surel' },
          { key: 'seats', label: 'Jabatan' },
          { key: 'roles', label: 'Peran' },
          { key: 'seen', label: 'Terakhir masuk' },
          { key: 'link', label: 'Tautan' },
        ]}
        rows={people.map((person) => ({
          id: person.personId,
          cells: {
            name: <a href={paths.person(person.personId)}>{person.name}</a>,
            account: person.nip ?? person.email ?? '',
            seats: person.seats ?? '',
            roles: (person.roles ?? '')
              .split(',')
              .map((role) => (role === '' ? '' : grantWords[role as GrantedRole].toLowerCase()))
              .join(', '),
            seen: person.lastSignIn === null ? (person.hasPassword ? 'belum pernah' : 'belum membuat kata sandi') : formatMoment(person.lastSignIn),
            link: (
              <Form action={`${paths.people}/${person.personId}/tautan`} csrf={csrf} inline label={`Tautan untuk ${person.name}`}>
                <Button kind="netral" size="kecil">
                  Buat tautan
                </Button>
              </Form>
            ),
          },
        }))}
      />
      <Pagination
        label="Halaman orang"
        current={number}
        total={pagesOf(people[0]?.total)}
        addressOf={(next) => `${paths.people}?cari=${encodeURIComponent(words)}&hal=${next}`}
      />
      <section class="baca tumpuk">
        <h2>Undang orang</h2>
        <Form action={paths.people} csrf={csrf} hidden={{ id: typed?.text('id') ?? newId() }}>
          <Field name="name" label="Nama lengkap" value={typed?.text('name') ?? ''} error={errorOf(refusal, 'name')} />
          <Field
            name="nip"
            label="NIP"
            hint="18 angka. Boleh kosong bila ada surel."
            value={typed?.text('nip') ?? ''}
            inputMode="numeric"
            error={errorOf(refusal, 'nip')}
          />
          <Field name="email" label="Surel" value={typed?.text('email') ?? ''} inputMode="email" error={errorOf(refusal, 'email')} />
          <Button kind="utama">Undang dan buat tautan</Button>
        </Form>
      </section>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
