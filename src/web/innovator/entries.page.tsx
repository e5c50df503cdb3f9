import { agenciesOf } from '../../domain/innovation/editing.ts';
import { type EntryRow, listEntries } from '../../store/innovation-entry.read.ts';
import { listOutcomes, type Standing } from '../../store/innovation-outcome.read.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { StateTag } from './entry-pieces.tsx';
import { OutcomeTag } from './outcome.tsx';
import { registrationHere } from './registration-here.ts';

/** Every entry of the visitor's agencies, for those who fill them and for their head. */
export async function showEntries(c: Ctx): Promise<Response> {
  const { actor } = signedIn(c);
  const rows = await listEntries(c.var.platform.db, c.var.region.regionId, agenciesOf(actor, 'innovator', 'head'));
  const numbers = rows.flatMap(({ registrationNumber }) => registrationNumber ?? []);
  const outcomes = numbers.length === 0 ? [] : await listOutcomes(c.var.platform.db, c.var.region.regionId, numbers);
  const standings = new Map(outcomes.map((one) => [one.registrationNumber, one]));
  const starts = agenciesOf(actor, 'innovator').length > 0 && (await mayStartNow(c));
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
              <Row row={row} standing={standings.get(row.registrationNumber ?? '')} zone={zoneOf(c.var.region.zone)} />
            ))}
          </ul>
        </>
      )}
    </div>,
  );
}

/** Whether the registration of an edition is open; a closed door has no button. */
export async function mayStartNow(c: Ctx): Promise<boolean> {
  return (await registrationHere(c)).closed === null;
}

interface RowProps {
  readonly row: EntryRow;
  readonly standing: Standing | undefined;
  readonly zone: ReturnType<typeof zoneOf>;
}

function Row({ row, standing, zone }: RowProps) {
  const about = [row.registrationNumber, row.categoryName, row.year, row.savedAt && `disimpan ${formatMoment(row.savedAt, zone)}`];
  return (
    <li key={row.entryId}>
      <a href={paths.entry(row.entryId)}>
        <span class="tugas__nama">{row.innovationName}</span>
        <span class="tugas__ket">{about.filter(Boolean).join(' · ')}</span>
        {standing?.isFinalist ? <OutcomeTag standing={standing} /> : <StateTag state={row.state} />}
      </a>
    </li>
  );
}
