// Beside an entry: what happens next, who works on it, where it is kept.

import type { StageKind } from '../../domain/edition/stage.ts';
import { formatDateTime } from '../../texts/id/format.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/panels.tsx';
import { Timeline } from '../ui/progress.tsx';
import type { EntryView } from './entry-view.ts';

const STEPS: readonly { readonly kind: StageKind; readonly title: string; readonly states: readonly string[] }[] = [
  { kind: 'registration', title: 'Inovator melengkapi dan mengirim', states: ['draft', 'returned-by-head'] },
  { kind: 'approval', title: 'Kepala kantor menyetujui', states: ['submitted'] },
  { kind: 'verification', title: 'Sekretariat memeriksa bukti', states: ['approved', 'in-verification', 'returned-for-repair'] },
  { kind: 'desk', title: 'Nilai meja dan finalis', states: ['verified', 'eligible'] },
];

/** The way of an entry with its last dates, and where it stands now. */
export function stepsOf({ entry, stages, zone }: EntryView) {
  return STEPS.filter(({ kind }) => kind !== 'approval' || entry.rules.approver !== 'nobody').flatMap(({ kind, title, states }) => {
    const stage = stages.find((one) => one.kind === kind);
    return stage === undefined ? [] : [{ title, when: `sampai ${formatDateTime(stage.closesAt, zone)}`, current: states.includes(entry.state) }];
  });
}

export function EntryAside({ view }: { readonly view: EntryView }) {
  const { entry, draft } = view;
  const names = [...new Set(draft.parts.map((part) => part.savedByName))];
  return (
    <aside class="lekat tumpuk ruang-5">
      <Card title="Yang terjadi selanjutnya" id="selanjutnya">
        <Timeline events={stepsOf(view)} />
      </Card>
      {names.length > 0 && (
        <Card title="Mengerjakan bersama" id="bersama" kind="kain">
          <p>{names.join(', ')}</p>
          <p class="mb">Semua inovator kantor Anda dapat mengisi usulan ini.</p>
        </Card>
      )}
      <Card title="Simpanan" id="simpanan" kind="kain">
        <p>
          <a href={paths.history(entry.entryId)}>Riwayat usulan</a>
        </p>
        <p class="mb">
          <a href={`${paths.entry(entry.entryId)}/cetak`}>Cetak draf</a>
        </p>
      </Card>
    </aside>
  );
}
