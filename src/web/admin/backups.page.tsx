// Backups: how old and how large the last good one is, when one was last tried, and one made now.

import { setTimeout as sleep } from 'node:timers/promises';
import { backUpToday } from '../../actions/audit/back-up.ts';
import { isKeyTrialDue } from '../../domain/operations/key-trial.ts';
import { DAY, millisecondsBetween } from '../../domain/shared/time.ts';
import { type BackupRun, listBackupRuns, newestKeyTrial, newestRun } from '../../store/backup.read.ts';
import { listBackupKeys } from '../../store/backup-key.read.ts';
import { backupFaultWords, backupTexts } from '../../texts/id/backup.ts';
import { backupKeyTexts } from '../../texts/id/backup-key.ts';
import { formatAgo, formatDateTime, formatFileSize, formatMoment, type Zone, zoneOf } from '../../texts/id/format.ts';
import { page, seeOther } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';

/** How long a press waits for the end before the page says that it goes on by itself. */
const PATIENCE = 8000;

export async function showBackups(c: Ctx): Promise<Response> {
  const { platform, region } = c.var;
  const { db, now, backup } = platform;
  const zone = zoneOf(region.zone);
  const [runs, good, trial] = await Promise.all([listBackupRuns(db, 30), newestRun(db, 'backup', true), newestRun(db, 'trial', false)]);
  const keyTrial = await newestKeyTrial(db);
  const isKept = (await listBackupKeys(db)).some(({ kind, confirmedAt }) => kind === 'printed' && confirmedAt !== null);
  const isDue = isKept && isKeyTrialDue(now(), keyTrial?.finishedAt ?? null);
  return page(
    c,
    { title: backupTexts.title, current: paths.backups },
    <div class="tumpuk">
      <h1>{backupTexts.title}</h1>
      <p class="utama baca">{backupTexts.lead}</p>
      <Warning good={good} now={now()} asked={c.req.query('tahap')} />
      {!isKept && !region.isSample && <Notice kind="awas">{backupKeyTexts.unprotected}</Notice>}
      {isDue && keyTrial !== null && <Notice kind="awas">{backupKeyTexts.due}</Notice>}
      {trial?.fault != null && <Notice kind="awas">{backupTexts.trialFailed}</Notice>}
      <DefinitionList
        rows={[
          ...(good === null ? [] : goodRows(good, now(), zone)),
          {
            term: 'Percobaan pulih terakhir',
            value: trial ? `${formatDateTime(trial.finishedAt, zone)}, ${trial.fileName}: ${fateOf(trial)}` : backupTexts.neverTried,
          },
          ...(isKept ? [{ term: backupKeyTexts.lastTried, value: keyTrial ? formatDateTime(keyTrial.finishedAt, zone) : backupKeyTexts.neverTried }] : []),
          { term: 'Folder', value: <code>{backup.folder}</code> },
        ]}
      />
      <p class="baca redup">{backupTexts.away}</p>
      <p>
        <ButtonLink kind="netral" href={paths.backupKeys}>
          {isKept ? backupKeyTexts.title : backupKeyTexts.toPage}
        </ButtonLink>
      </p>
      <Form action={paths.backups} csrf={signedIn(c).csrf}>
        <Button icon="awan">{backupTexts.now}</Button>
      </Form>
      <p class="baca redup">
        Memulihkan dan mencoba pulih dilakukan di server: <code>bailang restore --coba BERKAS.tar.age</code>
      </p>
      {runs.length > 0 && <Runs runs={runs} zone={zone} />}
    </div>,
  );
}

function goodRows({ finishedAt, bytes, fileName, digest }: BackupRun, now: string, zone: Zone) {
  return [
    { term: 'Cadangan terakhir yang berhasil', value: `${formatDateTime(finishedAt, zone)}, ${formatAgo(now, finishedAt, zone)}` },
    { term: 'Ukuran', value: bytes && formatFileSize(bytes) },
    { term: 'Berkas', value: <code>{fileName}</code> },
    { term: 'Sidik isi', value: <code>{digest}</code> },
  ];
}

function Warning({ good, now, asked }: { readonly good: BackupRun | null; readonly now: string; readonly asked: string | undefined }) {
  if (asked === 'jalan') return <Notice live>{backupTexts.started}</Notice>;
  if (asked === 'gagal') return <Notice kind="galat" live title={backupTexts.failed} />;
  if (good === null) return <Notice kind="awas">{backupTexts.none}</Notice>;
  if (good.missingFiles > 0) return <Notice kind="galat">{backupTexts.missing(good.missingFiles)}</Notice>;
  return millisecondsBetween(good.finishedAt, now) > DAY * 1.1 ? <Notice kind="awas">{backupTexts.old}</Notice> : null;
}

const KINDS: Readonly<Record<BackupRun['kind'], string>> = { backup: 'Cadangan', trial: 'Percobaan pulih', restore: 'Pemulihan' };

function fateOf({ fault, missingFiles }: BackupRun): string {
  if (fault !== null) return `gagal: ${backupFaultWords(fault)}`;
  return missingFiles === 0 ? 'berhasil' : backupTexts.incomplete(missingFiles);
}

function Runs({ runs, zone }: { readonly runs: readonly BackupRun[]; readonly zone: Zone }) {
  return (
    <section class="tumpuk" aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat</h2>
      <Table
        label="Riwayat cadangan"
        columns={[
          { key: 'when', label: 'Waktu', heading: true },
          { key: 'kind', label: 'Jenis' },
          { key: 'file', label: 'Berkas' },
          { key: 'bytes', label: 'Ukuran', numeric: true },
          { key: 'fate', label: 'Hasil' },
        ]}
        rows={runs.map((run) => ({
          cells: {
            when: formatMoment(run.finishedAt, zone),
            kind: KINDS[run.kind],
            file: run.fileName,
            bytes: run.bytes === null ? '–' : formatFileSize(run.bytes),
            fate: fateOf(run),
          },
        }))}
      />
    </section>
  );
}

export async function backUpHere(c: Ctx): Promise<Response> {
  await readForm(c);
  const { platform } = c.var;
  const fate = backUpToday(platform).then(
    () => '',
    (error: Error) => {
      platform.log.error('backup failed', error);
      return '?tahap=gagal';
    },
  );
  return seeOther(c, `${paths.backups}${await Promise.race([fate, sleep(PATIENCE, '?tahap=jalan', { ref: false })])}`);
}
