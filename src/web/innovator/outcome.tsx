// What became of an entry: place, verified figures with the verifier's own words, and what jurors wrote.

import { indicatorPoints, points } from '../../domain/instrument/points.ts';
import { listJurorNotes, listOutcomes, listToldVerdicts, type Standing, type ToldVerdict } from '../../store/innovation-outcome.read.ts';
import { VERDICT_WORDS } from '../../texts/id/assessment.ts';
import { indicatorName } from '../../texts/id/instrument.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Notice } from '../ui/notice.tsx';
import { Details } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { type EntryView, pointsText } from './entry-view.ts';

/** Place of the entry in what is announced; nothing before. */
export function OutcomeTag({ standing }: { readonly standing: Standing | undefined }) {
  if (standing === undefined || (!standing.isFinalist && standing.rank === null)) return null;
  if (standing.rank === null) return <Tag state="terverifikasi">Finalis</Tag>;
  return <Tag state="selesai">{standing.wins ? `Juara ${standing.rank}` : `Finalis, peringkat ${standing.rank}`}</Tag>;
}

export interface Outcome {
  readonly standing: Standing;
  readonly verdicts: readonly ToldVerdict[];
  readonly notes: readonly string[];
}

/** Null before the announcement of the category's finalists: until then nobody outside the desk knows. */
export async function findOutcome(c: Ctx, { entry }: EntryView): Promise<Outcome | null> {
  if (entry.registrationNumber === null) return null;
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const [standing] = await listOutcomes(db, regionId, [entry.registrationNumber]);
  if (standing === undefined || !standing.finalistsAnnounced) return null;
  const verdicts = await listToldVerdicts(db, regionId, entry.entryId);
  return { standing, verdicts, notes: standing.rank === null ? [] : await listJurorNotes(db, regionId, entry.entryId) };
}

const LATE = ['draft', 'submitted', 'approved', 'in-verification', 'returned-for-repair', 'returned-by-head', 'verified'];

export function OutcomePart({ view, outcome }: { readonly view: EntryView; readonly outcome: Outcome | null }) {
  if (outcome === null) return null;
  const { entry } = view;
  const { standing, verdicts, notes } = outcome;
  if (LATE.includes(entry.state))
    return <Notice kind="awas">Daftar finalis kategori ini sudah diumumkan; usulan ini tidak ikut dinilai pada edisi ini.</Notice>;
  return (
    <section class="tumpuk" aria-labelledby="hasil-usulan">
      <h2 id="hasil-usulan">Hasil penilaian</h2>
      <p>{sentenceOf(standing)}</p>
      {standing.rank !== null && (
        <p>
          <a href={paths.result(entry.year, entry.categoryCode)}>Lihat hasil kategori ini</a>
        </p>
      )}
      <Figures view={view} verdicts={verdicts} />
      {notes.length > 0 && (
        <Details summary="Catatan juri untuk Anda" open>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

function sentenceOf({ isFinalist, rank, wins }: Standing): string {
  if (wins) return `Selamat, usulan ini juara ${rank}.`;
  if (rank !== null) return `Usulan ini finalis dan menempati peringkat ${rank}.`;
  return isFinalist ? 'Usulan ini finalis. Tunggu jadwal presentasi dari sekretariat.' : 'Usulan ini tidak masuk daftar finalis.';
}

/** Claimed, evidenced, verified: three figures, never one; and every verdict that is not simply the claim, in the verifier's words. */
function Figures({ view, verdicts }: { readonly view: EntryView; readonly verdicts: readonly ToldVerdict[] }) {
  const { instrument, score } = view;
  const verified = points(instrument, Object.fromEntries(verdicts.map(({ indicator, level }) => [indicator, level])));
  const changed = verdicts.filter(({ kind }) => kind !== 'agree');
  const name = (code: string) => indicatorName(instrument, code);
  const worth = (code: string, level: number) => {
    const indicator = instrument.sid.find((one) => one.code === code);
    return indicator === undefined ? '' : pointsText(indicatorPoints(indicator, level));
  };
  return (
    <>
      <p>
        <strong>{pointsText(verified)}</strong> poin terverifikasi, dari {pointsText(score.evidenced)} berbukti dan {pointsText(score.claimed)} klaim (paling
        banyak {pointsText(score.max)}).
      </p>
      {changed.length > 0 && (
        <Table
          label="Putusan verifikator yang berbeda dari klaim"
          columns={[
            { key: 'name', label: 'Indikator', heading: true },
            { key: 'claimed', label: 'Klaim' },
            { key: 'given', label: 'Terverifikasi' },
            { key: 'reason', label: 'Alasan' },
          ]}
          rows={changed.map((one) => ({
            cells: {
              name: name(one.indicator),
              claimed: `level ${one.claimed}, ${worth(one.indicator, one.claimed)} poin`,
              given: `level ${one.level}, ${worth(one.indicator, one.level)} poin`,
              reason: `${VERDICT_WORDS[one.kind]}: ${one.reason}`,
            },
          }))}
        />
      )}
    </>
  );
}
