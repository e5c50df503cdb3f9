import type { EventKind } from '../../domain/audit/events.ts';
import { type LedgerRow, listLedger } from '../../store/audit.read.ts';
import { eventWords, kindsOf, ledgerClosed, ledgerGroups } from '../../texts/id/events.ts';
import { formatDateTime, type Zone, zoneOf } from '../../texts/id/format.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';

const PER_PAGE = 50;

export async function showLedger(c: Ctx): Promise<Response> {
  const year = Number(c.req.param('year'));
  const before = Number.parseInt(c.req.query('sebelum') ?? '', 10);
  const wished = c.req.query('jenis') ?? '';
  const group = Object.hasOwn(ledgerGroups, wished) ? wished : '';
  const address = (more: Readonly<Record<string, string>>) => `${paths.ledger(year)}?${new URLSearchParams({ jenis: group, ...more })}`;
  const asked = {
    regionId: c.var.region.regionId,
    before: Number.isSafeInteger(before) && before > 0 ? before : Number.MAX_SAFE_INTEGER,
    limit: PER_PAGE,
    kinds: kindsOf(group),
  };
  const rows = await listLedger(c.var.platform.db, asked);
  const last = rows.at(-1);
  return page(
    c,
    { title: 'Jejak', current: paths.ledger(year), year },
    <div class="tumpuk">
      <h1>Jejak</h1>
      <p class="utama">Setiap tindakan resmi meninggalkan satu baris berantai. Baris yang diubah, dihapus, atau ditukar akan ketahuan.</p>
      <nav class="saring" aria-label="Jenis tindakan">
        {Object.entries(ledgerGroups).map(([code, label]) => (
          <a class="keping" key={code} href={address({ jenis: code })} aria-current={code === group ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <EmptyState title="Belum ada jejak">Tindakan pertama akan tampil di sini.</EmptyState>
      ) : (
        <Rows rows={rows} zone={zoneOf(c.var.region.zone)} />
      )}
      {last !== undefined && rows.length === PER_PAGE && (
        <p>
          <ButtonLink href={address({ sebelum: String(last.seq) })}>Lihat yang lebih lama</ButtonLink>
        </p>
      )}
    </div>,
  );
}

function Rows({ rows, zone }: { readonly rows: readonly LedgerRow[]; readonly zone: Zone }) {
  return (
    <Table
      label="Jejak"
      columns={[
        { key: 'seq', label: 'Nomor', numeric: true },
        { key: 'at', label: 'Waktu' },
        { key: 'what', label: 'Tindakan', heading: true },
        { key: 'subject', label: 'Tentang' },
        { key: 'digest', label: 'Sidik' },
      ]}
      rows={rows.map((row) => ({
        id: String(row.seq),
        cells: {
          seq: row.seq,
          at: formatDateTime(row.actedAt, zone),
          what: `${row.actorName ?? 'Sistem'} ${eventWords[row.kind as EventKind] ?? row.kind}`,
          subject: row.subjectName ?? '',
          digest: row.digest === null ? <span class="redup">{ledgerClosed}</span> : <code>{row.digest.slice(0, 12)}</code>,
        },
      }))}
    />
  );
}
