import { agenciesOf } from '../../domain/innovation/editing.ts';
import { type EntryRow, listEntries } from '../../store/innovation-entry.read.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { StateTag } from './entry-pieces.tsx';

/** Every entry of the visitor's agencies, for those who fill them and for their head. */
export async function showEntries(c: Ctx): Promise<Response> {
  const { actor } = signedIn(c);
  const rows = await listEntries(c.var.platform.db, c.var.region.regionId, agenciesOf(actor, 'innovator', 'head'));
  const starts = agenciesOf(actor, 'innovator').length > 0;
  const start = starts ? (
    <ButtonLink kind="utama" icon="tambah" href={paths.startEntry}>
      Mulai usulan baru
    </ButtonLink>
  ) : undefined;
  return page(
    c,
    { title: 'Usulan kantor Anda', current: paths.entries },
    <div class="baca tumpuk">
      <h1>Usulan kantor Anda</h1>
      {rows.length === 0 ? (
        <EmptyState title="Belum ada usulan" action={start}>
          Mulai dari nama inovasi. Isian lain dapat dilengkapi kapan saja.
        </EmptyState>
      ) : (
        <>
          {start && <p>{start}</p>}
          <ul class="tugas">
            {rows.map((row) => (
              <Row row={row} zone={zoneOf(c.var.region.zone)} />
            ))}
          </ul>
        </>
      )}
    </div>,
  );
}

function Row({ row, zone }: { readonly row: EntryRow; readonly zone: ReturnType<typeof zoneOf> }) {
  const about = [row.registrationNumber, row.categoryName, row.year, row.savedAt && `disimpan ${formatMoment(row.savedAt, zone)}`];
  return (
    <li key={row.entryId}>
      <a href={paths.entry(row.entryId)}>
        <span class="tugas__nama">{row.innovationName}</span>
        <span class="tugas__ket">{about.filter(Boolean).join(' · ')}</span>
        <StateTag state={row.state} />
      </a>
    </li>
  );
}
