import type { SeatRole } from '../../domain/people/role.ts';
import { listSeatRows, type SeatRow } from '../../store/people-lists.read.ts';
import { formatMoment, formatWhole } from '../../texts/id/format.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Chips, Pagination, SearchBox } from '../ui/browsing.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { askedOf, pagesOf } from './asked.ts';

const ROLE_WORDS: Readonly<Record<SeatRole, string>> = { innovator: 'inovator', head: 'kepala' };

/** Every seat and who holds it; it is given and ended on the page of the person. */
export async function showSeats(c: Ctx): Promise<Response> {
  const asked = askedOf(c);
  const onlyEmpty = c.req.query('keadaan') === 'kosong';
  const rows = await listSeatRows(c.var.platform.db, { ...asked, onlyEmpty });
  return page(
    c,
    { title: 'Jabatan', current: paths.seats },
    <div class="tumpuk">
      <h1>Jabatan</h1>
      <p class="utama baca">Buka satu jabatan untuk serah terima, delegasi, dan peran yang melekat. Jabatan baru diberikan di halaman orangnya.</p>
      <Chips
        label="Saring jabatan"
        places={[
          { href: paths.seats, label: 'Semua', current: !onlyEmpty },
          { href: `${paths.seats}?keadaan=kosong`, label: 'Kosong', current: onlyEmpty },
        ]}
      />
      <SearchBox
        action={paths.seats}
        hidden={onlyEmpty ? { keadaan: 'kosong' } : {}}
        name="cari"
        label="Cari jabatan, kantor, atau orang"
        value={asked.words}
        buttonLabel="Cari"
      />
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada yang cocok">Hapus kata pencarian, atau beri jabatan dari halaman orang.</EmptyState>
      ) : (
        <Table
          label="Jabatan"
          columns={[
            { key: 'title', label: 'Jabatan', heading: true },
            { key: 'agency', label: 'Perangkat daerah' },
            { key: 'role', label: 'Sebagai' },
            { key: 'person', label: 'Dipegang' },
            { key: 'from', label: 'Sejak' },
          ]}
          rows={rows.map((row) => ({
            id: row.seatId,
            cells: {
              title: <a href={paths.adminSeat(row.seatId)}>{row.title}</a>,
              agency: row.agencyName,
              role: row.role === null ? '' : ROLE_WORDS[row.role],
              person: row.personId === null ? emptyWords(row) : <a href={paths.person(row.personId)}>{row.personName}</a>,
              from: row.heldFrom === null ? '' : formatMoment(row.heldFrom),
            },
          }))}
        />
      )}
      <Pagination
        label="Halaman jabatan"
        current={asked.number}
        total={pagesOf(rows[0]?.total)}
        addressOf={(next) => `${paths.seats}?cari=${encodeURIComponent(asked.words)}&hal=${next}${onlyEmpty ? '&keadaan=kosong' : ''}`}
      />
    </div>,
  );
}

/** An empty seat in an agency with open entries waits for somebody. */
function emptyWords({ role, openEntries }: SeatRow): string {
  return role !== null && openEntries > 0 ? `kosong, ${formatWhole(openEntries)} usulan kantornya belum selesai` : 'kosong';
}
