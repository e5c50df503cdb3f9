import type { GrantedRole } from '../../domain/people/role.ts';
import { listPeople } from '../../store/people.read.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { grantWords } from '../../texts/id/people-admin.ts';
import { inviteTexts } from '../../texts/id/people-invite.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Pagination, SearchBox } from '../ui/browsing.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import { askedOf, pagesOf } from './asked.ts';

export async function showPeople(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const asked = askedOf(c);
  const { words, number } = asked;
  const people = await listPeople(db, { ...asked, now: now() });
  return page(
    c,
    { title: 'Orang', current: paths.people },
    <div class="tumpuk">
      <h1>Orang</h1>
      <p class="baris">
        <ButtonLink kind="utama" href={paths.invite}>
          {inviteTexts.title}
        </ButtonLink>
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
          },
        }))}
      />
      <Pagination
        label="Halaman orang"
        current={number}
        total={pagesOf(people[0]?.total)}
        addressOf={(next) => `${paths.people}?cari=${encodeURIComponent(words)}&hal=${next}`}
      />
    </div>,
  );
}
