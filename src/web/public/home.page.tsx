import type { EditionHistory } from '../../domain/edition/edition.ts';
import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { type Moment, momentOf } from '../../domain/edition/timeline.ts';
import { currentEdition, findHistory, findStages, listStageChanges, type StageChange } from '../../store/edition.read.ts';
import { type FinalistList, listFinalists } from '../../store/gallery.read.ts';
import { formatDate, formatDateRange, formatDateTime, formatMoment, formatTime, formatWhole, remainingParts } from '../../texts/id/format.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Funnel } from '../ui/funnel.tsx';
import { Icon } from '../ui/icon.tsx';
import { Countdown, StageLine } from '../ui/progress.tsx';

const FUNNEL_YEAR = 2022;
const FRESH_MS = 2_000;

interface Kept {
  readonly until: number;
  readonly minute: string;
  readonly html: string;
}

const kept = new Map<string, Kept>();

/** The home page is the same for every visitor: it is drawn once and believed for two seconds. */
export async function showHome(c: Ctx): Promise<Response> {
  if (c.var.visitor !== null) return drawHome(c);
  const key = c.var.region.regionId;
  const minute = c.var.platform.now().slice(0, 16);
  const before = kept.get(key);
  if (before !== undefined && before.minute === minute && before.until > performance.now()) return c.html(before.html);
  const response = await drawHome(c);
  const html = await response.text();
  if (kept.size > 1000) kept.clear();
  kept.set(key, { until: performance.now() + FRESH_MS, minute, html });
  return c.html(html);
}

async function drawHome(c: Ctx): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const at = now();
  const edition = await currentEdition(db, regionId, c.var.platform.now());
  if (edition === null) return drawNothing(c);
  const [stages, changes, finalists, past] = await Promise.all([
    findStages(db, regionId, edition.editionId),
    listStageChanges(db, regionId, edition.editionId),
    listFinalists(db, regionId, edition.year),
    findHistory(db, regionId, FUNNEL_YEAR),
  ]);
  const moment = momentOf(stages, at);
  return page(
    c,
    { title: edition.name, current: '/', layout: 'penuh', description: `${edition.name}: tahap, jadwal, finalis, dan hasil.` },
    <>
      <Cover name={edition.name} venue={edition.venue} moment={moment} stages={stages} now={at} finalists={finalists} />
      <section class="bagian wadah" aria-label="Tahapan lomba">
        <StageLine stages={moment.groups.map((group) => ({ name: group.name, state: WORDS[group.state], when: whenOf(group) }))} />
        <Changes changes={changes} />
      </section>
      <Finalists lists={finalists} />
      <section class="bagian bagian--kain">
        <div class="wadah kolom2">
          <div class="tumpuk">
            <h2>Nilai tertutup sampai pleno</h2>
            <p>
              Setiap juri menilai sendiri. Tidak ada yang melihat nilai juri lain, rata-rata, atau urutan sebelum pleno, termasuk panitia. Setelah hasil
              ditetapkan dan diumumkan, rata-rata tiap kriteria terbuka di sini dan siapa pun dapat menghitungnya ulang.
            </p>
            <p>
              <a href={paths.guide}>Cara menilai dan bobotnya</a>
            </p>
          </div>
          {past !== null && <PastFunnel history={past} />}
        </div>
      </section>
    </>,
  );
}

const WORDS = { done: 'sudah', now: 'kini', ahead: 'nanti' } as const;

function whenOf(group: { readonly state: 'done' | 'now' | 'ahead'; readonly opensAt: string; readonly closesAt: string }): string {
  const range = formatDateRange(group.opensAt, group.closesAt);
  return group.state === 'done' ? `Selesai · ${range}` : range;
}

interface CoverProps {
  readonly name: string;
  readonly venue: string;
  readonly moment: Moment;
  readonly stages: readonly Stage[];
  readonly now: string;
  readonly finalists: readonly FinalistList[];
}

function Cover({ name, venue, moment, stages, now, finalists }: CoverProps) {
  const { stage, isOpen } = moment;
  const until = stage === null ? null : isOpen ? stage.closesAt : stage.opensAt;
  return (
    <div class="sampul">
      <div class="wadah sampul__isi">
        <div class="tumpuk">
          {stage !== null && (
            <p class="alis">
              Tahap {moment.groupNumber} dari {moment.groups.length} · {stage.name}
            </p>
          )}
          <h1>{name}</h1>
          {stage === null || until === null ? (
            <p class="utama baca">Seluruh tahap selesai. Terima kasih kepada semua peserta.</p>
          ) : (
            <>
              <p class="utama baca">
                {isOpen ? 'Ditutup ' : 'Dibuka '}
                <strong>{formatDateTime(until)}</strong>
                {stage.kind === 'presentation' && venue !== '' && ` di ${venue}`}.
              </p>
              <Countdown parts={remainingParts(now, until)} />
            </>
          )}
          <p class="sampul__aksi">
            <Primary moment={moment} finalists={finalists} />
            <ButtonLink href="/jadwal.ics" kind="polos" icon="kalender">
              Simpan ke kalender
            </ButtonLink>
          </p>
        </div>
        <Next stages={stages} now={now} />
      </div>
      <div class="gigi" aria-hidden="true" />
    </div>
  );
}

/** What comes after, so that nobody has to ask. */
function Next({ stages, now }: { readonly stages: readonly Stage[]; readonly now: string }) {
  const ahead = stages.filter((stage) => phaseOf(stage, now) === 'ahead').slice(0, 3);
  if (ahead.length === 0) return null;
  return (
    <section class="acara" aria-labelledby="berikutnya">
      <h2 id="berikutnya">Berikutnya</h2>
      <ol>
        {ahead.map((stage) => (
          <li key={stage.stageId}>
            <time dateTime={stage.opensAt}>{formatTime(stage.opensAt)}</time>
            <span>
              <strong>{stage.name}</strong>, dibuka {formatDate(stage.opensAt)}
            </span>
          </li>
        ))}
      </ol>
      <p class="kecil redup">
        <a href={paths.schedule}>Jadwal lengkap</a>
      </p>
    </section>
  );
}

function Primary({ moment, finalists }: { readonly moment: Moment; readonly finalists: readonly FinalistList[] }) {
  const count = finalists.reduce((sum, list) => sum + list.entries.length, 0);
  if (finalists.some((list) => list.hasResult)) {
    return (
      <ButtonLink href={paths.results} kind="utama">
        Lihat hasil
      </ButtonLink>
    );
  }
  if (count > 0) {
    return (
      <ButtonLink href="#finalis" kind="utama">
        Lihat {count} finalis
      </ButtonLink>
    );
  }
  if (moment.isOpen && moment.stage?.kind === 'registration') {
    return (
      <ButtonLink href={paths.startEntry} kind="utama">
        Daftarkan inovasi kantor Anda
      </ButtonLink>
    );
  }
  return (
    <ButtonLink href={paths.schedule} kind="utama">
      Lihat jadwal
    </ButtonLink>
  );
}

function Changes({ changes }: { readonly changes: readonly StageChange[] }) {
  if (changes.length === 0) return null;
  return (
    <ul class="tumpuk kecil redup">
      {changes.slice(0, 3).map((change) => (
        <li key={`${change.stageId} ${change.changedAt}`}>
          {change.stageName}: kini sampai {formatMoment(change.closesTo)}
          {change.closedFrom !== change.closesTo && ` (semula ${formatMoment(change.closedFrom)})`}. Alasan: {change.reason}
        </li>
      ))}
    </ul>
  );
}

function Finalists({ lists }: { readonly lists: readonly FinalistList[] }) {
  if (lists.length === 0) return null;
  return (
    <section class="bagian wadah" id="finalis">
      <div class="bagian__judul">
        <h2>Finalis, menurut urutan tampil</h2>
      </div>
      <div class="kolom2">
        {lists.map((list) => (
          <div key={list.categoryCode}>
            <h3>{list.categoryName}</h3>
            {list.hasResult && (
              <p>
                <a href={paths.result(list.year, list.categoryCode)}>Lihat hasil {list.categoryName}</a>
              </p>
            )}
            <ol class="finalis">
              {list.entries.map((entry) => (
                <li key={entry.id}>
                  <b>{entry.position}</b>
                  <span>
                    <a href={paths.innovation(entry.slug)}>{entry.name}</a>
                    <small>{entry.agency}</small>
                  </span>
                  <Icon name="kanan" />
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </section>
  );
}

function PastFunnel({ history }: { readonly history: EditionHistory }) {
  const steps = history.funnel ?? [];
  const widest = steps[0]?.count ?? 1;
  if (steps.length === 0) return null;
  return (
    <figure class="tumpuk">
      <figcaption>
        <h2>Yang tersaring tahun {FUNNEL_YEAR}</h2>
        <p class="redup">
          Angka terbuka terakhir yang lengkap. <a href={paths.pastEdition(FUNNEL_YEAR)}>Sumber dan keraguannya</a>
        </p>
      </figcaption>
      <Funnel
        steps={steps.map((step, index) => ({
          count: formatWhole(step.count),
          share: step.count / widest,
          label: step.label,
          last: index === steps.length - 1,
        }))}
      />
    </figure>
  );
}

function drawNothing(c: Ctx): Response {
  return page(
    c,
    { title: 'BAILANG', current: '/' },
    <div class="baca tumpuk">
      <h1>Belum ada lomba yang berjalan</h1>
      <p class="utama">Sekretariat belum membuat edisi. Begitu dibuat, tahap dan tanggalnya tampil di sini.</p>
    </div>,
  );
}
