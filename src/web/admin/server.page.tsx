// How the server does, for whoever looks after it.

import { type Health, lookAfter } from '../../actions/audit/look-after.ts';
import { readFileCare } from '../../store/evidence.read.ts';
import { formatAgo, formatDateTime, formatFileSize, formatWhole, zoneOf } from '../../texts/id/format.ts';
import { concernWords, scannerWords, serverTexts, sweepWords } from '../../texts/id/health.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Notice } from '../ui/notice.tsx';

export async function showServer(c: Ctx): Promise<Response> {
  const { platform, region } = c.var;
  const health = await lookAfter(platform, region.regionId);
  const { stored, disks } = health;
  const care = await readFileCare(platform.db, region.regionId);
  const at = (moment: string | null) => (moment === null ? 'belum pernah' : `${formatDateTime(moment, zoneOf(region.zone))}, ${formatAgo(health.at, moment)}`);
  const disk = (place: 'data' | 'backup') => {
    const found = disks.find((one) => one.place === place);
    return found === undefined ? '' : `${formatFileSize(found.freeBytes)} kosong dari ${formatFileSize(found.totalBytes)}`;
  };
  return page(
    c,
    { title: serverTexts.title, current: paths.server },
    <div class="baca tumpuk">
      <h1>{serverTexts.title}</h1>
      <p class="utama">{serverTexts.lead}</p>
      <Concerns health={health} />
      <DefinitionList
        rows={[
          { term: 'Program', value: platform.backup.program },
          { term: 'Jam server', value: formatDateTime(health.at, zoneOf(region.zone)) },
          { term: 'Disk data', value: disk('data') },
          { term: 'Disk cadangan', value: disk('backup') },
          { term: 'Ukuran basis data', value: formatFileSize(stored.databaseBytes) },
          { term: 'Memori proses web', value: formatFileSize(process.memoryUsage.rss()) },
          { term: 'Cadangan terakhir', value: at(stored.backupAt), change: { href: paths.backups, label: 'Lihat' } },
          { term: 'Pemeriksa virus (ClamAV)', value: scannerWords(platform.scanner !== null, { ...stored, ...care }) },
          { term: 'Berkas tanpa pemilik dibersihkan', value: sweepWords(care.swept) },
          { term: 'Kunci daerah', value: 'untuk jangkar dan bundel hasil', change: { href: paths.regionKey, label: 'Lihat' } },
          { term: 'Semua janji diperiksa', value: at(stored.checkedAt) },
          { term: 'Pekerjaan latar gagal (sehari)', value: formatWhole(stored.failedJobs) },
        ]}
      />
    </div>,
  );
}

function Concerns({ health }: { readonly health: Health }) {
  const { concerns } = health;
  if (concerns.length === 0) return <Notice kind="sukses">{serverTexts.well}</Notice>;
  return (
    <Notice kind={concerns.some(({ isGrave }) => isGrave) ? 'galat' : 'awas'} title={serverTexts.concerns}>
      <ul>
        {concerns.map((concern) => (
          <li key={concern.code}>{concernWords(concern)}</li>
        ))}
      </ul>
    </Notice>
  );
}
