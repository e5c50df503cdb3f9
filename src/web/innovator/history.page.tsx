import { PARTS } from '../../domain/innovation/profile.ts';
import { listHistory } from '../../store/innovation-draft.read.ts';
import { findSnapshots } from '../../store/innovation-snapshot.read.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { deciderWords } from '../../texts/id/people-admin.ts';
import { partTitles } from '../../texts/id/profile.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Timeline, type TimelineEvent } from '../ui/progress.tsx';
import { type EntryView, viewEntry } from './entry-view.ts';

/** Every submit and decision, and the newest saves of the draft. */
export async function showHistory(c: Ctx): Promise<Response> {
  const view = await viewEntry(c);
  if (view === null) return notFound(c);
  const { entry, zone } = view;
  const [snapshots, saves] = await Promise.all([
    findSnapshots(c.var.platform.db, c.var.region.regionId, entry.entryId),
    listHistory(c.var.platform.db, c.var.region.regionId, entry.entryId),
  ]);
  const sent = snapshots.flatMap((snapshot): readonly TimelineEvent[] => [
    ...(snapshot.decision && snapshot.decidedAt
      ? [
          {
            title: snapshot.decision === 'approved' ? 'Disetujui' : 'Dikembalikan',
            when: `${formatMoment(snapshot.decidedAt, zone)}, ${deciderWords(snapshot)}`,
            detail: snapshot.reason || undefined,
          },
        ]
      : []),
    {
      title: `Dikirim, versi ${snapshot.version}`,
      when: `${formatMoment(snapshot.takenAt, zone)}, ${snapshot.takenByName}`,
      detail: `Sidik ${snapshot.digest.slice(0, 16)}`,
    },
  ]);
  return page(
    c,
    { title: `Riwayat ${entry.innovationName}`, current: paths.entries, back: { href: paths.entry(entry.entryId), label: 'Daftar tugas' } },
    <div class="baca tumpuk tumpuk--lega">
      <h1>Riwayat {entry.innovationName}</h1>
      {sent.length > 0 && (
        <section class="tumpuk" aria-labelledby="kiriman">
          <h2 id="kiriman">Kiriman dan keputusan</h2>
          <Timeline events={sent} />
        </section>
      )}
      <section class="tumpuk" aria-labelledby="simpanan">
        <h2 id="simpanan">Simpanan draf</h2>
        {saves.length === 0 ? (
          <p class="redup">Belum ada simpanan.</p>
        ) : (
          <Timeline
            events={saves.map((save) => ({
              title: placeName(view, save.place),
              when: `${formatMoment(save.savedAt, zone)}, ${save.savedByName}`,
              detail: `Simpanan ke-${save.revision}`,
            }))}
          />
        )}
      </section>
    </div>,
  );
}

function placeName(view: EntryView, place: string): string {
  const part = PARTS.find((one) => place === `profile:${one}`);
  return part ? partTitles[part] : (view.instrument.sid.find((one) => one.code === place)?.name ?? place);
}
