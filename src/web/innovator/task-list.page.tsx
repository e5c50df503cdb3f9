// The task list of an entry: what is left, what it is worth, when it closes.

import { isEditable } from '../../domain/innovation/entry.ts';
import { PARTS } from '../../domain/innovation/profile.ts';
import { indicatorProgress, type Progress, partProgress } from '../../domain/innovation/progress.ts';
import { nextStep } from '../../domain/innovation/score.ts';
import { countWords } from '../../domain/innovation/words.ts';
import type { Indicator } from '../../domain/instrument/indicator.ts';
import { indicatorPoints } from '../../domain/instrument/points.ts';
import { findSnapshots, type Snapshot } from '../../store/innovation-snapshot.read.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { deciderWords } from '../../texts/id/people-admin.ts';
import { partTitles } from '../../texts/id/profile.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Chips } from '../ui/browsing.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { StateKind } from '../ui/tag.tsx';
import { type Task, TaskGroup, TaskList } from '../ui/task-list.tsx';
import { EntryAside } from './entry-aside.tsx';
import { Deadline, DraftScore, FloorNote, ReadOnlyNotice, StateTag } from './entry-pieces.tsx';
import { type EntryView, lastSaved, pointsText, viewEntry } from './entry-view.ts';
import { findOutcome, OutcomePart, OutcomeTag } from './outcome.tsx';

const WORDS: Readonly<Record<Progress, string>> = {
  'not-started': 'Belum mulai',
  incomplete: 'Belum lengkap',
  'needs-evidence': 'Perlu bukti',
  'needs-repair': 'Perlu perbaikan',
  done: 'Selesai',
};
const LOOKS: Readonly<Record<Progress, StateKind>> = {
  'not-started': 'belum',
  incomplete: 'proses',
  'needs-evidence': 'bukti',
  'needs-repair': 'perbaikan',
  done: 'selesai',
};

export async function showEntry(c: Ctx): Promise<Response> {
  const view = await viewEntry(c);
  if (view === null) return notFound(c);
  const { entry, draft } = view;
  const now = c.var.platform.now();
  const saved = lastSaved(view);
  const snapshots = entry.registrationNumber === null ? [] : await findSnapshots(c.var.platform.db, c.var.region.regionId, entry.entryId);
  const outcome = await findOutcome(c, view);
  const shown = c.req.query('tampil') ?? '';
  return page(
    c,
    {
      title: entry.innovationName,
      current: paths.entries,
      back: { href: paths.entries, label: 'Usulan kantor Anda' },
      saved: saved ? `Tersimpan ${formatMoment(saved, view.zone)}` : undefined,
    },
    <div class="dua dua--lebar">
      <div>
        <div class="baris baris--jauh">
          <h1>{entry.innovationName}</h1>
          {outcome?.standing.isFinalist ? <OutcomeTag standing={outcome.standing} /> : <StateTag state={entry.state} />}
        </div>
        <p class="redup">{[entry.registrationNumber, entry.categoryName, entry.agencyName].filter(Boolean).join(' · ')}</p>
        <div class="tumpuk mb">
          <ReadOnlyNotice view={view} />
          <OutcomePart view={view} outcome={outcome} />
          <Returned view={view} snapshot={snapshots[0]} />
          <section class="kartu kartu--kain" aria-label="Skor sementara">
            <DraftScore view={view} />
            {isEditable(entry.state) && <Deadline view={view} now={now} />}
          </section>
          {view.edits && view.change.ok && <FloorNote view={view} />}
          <BestStep view={view} />
        </div>
        <TaskGroup
          number={1}
          id="profil"
          title="Profil"
          progress={`${PARTS.filter((part) => progressOf(view, part) === 'done').length} dari ${PARTS.length} selesai`}
        >
          <TaskList tasks={PARTS.map((part) => partTask(view, part))} />
        </TaskGroup>
        <Indicators view={view} shown={shown} />
        <TaskGroup number={3} id="kirim" title="Periksa dan kirim">
          <TaskList tasks={[sendTask(view)]} />
        </TaskGroup>
        {draft.parts.length > 0 && <p class="mb redup">Tutup halaman ini kapan saja. Yang berstatus tersimpan tetap aman.</p>}
      </div>
      <EntryAside view={view} />
    </div>,
  );
}

function progressOf(view: EntryView, part: (typeof PARTS)[number]): Progress {
  return partProgress(part, view.draft, view.readiness.missing, view.openPlaces);
}

function partTask(view: EntryView, part: (typeof PARTS)[number]): Task {
  const progress = progressOf(view, part);
  const { minWords } = view.eligibility;
  const words = countWords(view.draft.profile.design ?? '');
  const detail = part === 4 ? (words < minWords ? `${words} dari minimal ${minWords} kata, kurang ${minWords - words}` : `${words} kata`) : undefined;
  return { name: partTitles[part], href: paths.profile(view.entry.entryId, part), detail, state: LOOKS[progress], word: WORDS[progress] };
}

const FILTERS: readonly { readonly key: string; readonly label: string; readonly holds: (indicator: Indicator, progress: Progress) => boolean }[] = [
  { key: '', label: 'Semua', holds: () => true },
  { key: 'wajib', label: 'Wajib', holds: (indicator) => indicator.mandatory },
  { key: 'bukti', label: 'Perlu bukti', holds: (_, progress) => progress === 'needs-evidence' },
  { key: 'belum', label: 'Belum', holds: (_, progress) => progress === 'not-started' },
];

function Indicators({ view, shown }: { readonly view: EntryView; readonly shown: string }) {
  const rows = view.instrument.sid.map((indicator, at) => ({
    indicator,
    position: at + 1,
    progress: indicatorProgress(indicator, view.draft, view.openPlaces),
  }));
  const current = FILTERS.find((filter) => filter.key === shown) ?? FILTERS[0];
  const home = paths.entry(view.entry.entryId);
  const places = FILTERS.map((filter) => ({
    href: filter.key === '' ? home : `${home}?tampil=${filter.key}#indikator`,
    label: `${filter.label} ${rows.filter((row) => filter.holds(row.indicator, row.progress)).length}`,
    current: filter === current,
  }));
  const kept = rows.filter((row) => current?.holds(row.indicator, row.progress));
  return (
    <TaskGroup number={2} id="indikator" title="Indikator" progress={`${rows.filter((row) => row.progress === 'done').length} dari ${rows.length} selesai`}>
      <Chips label="Saring indikator" places={places} />
      {kept.length === 0 ? <p class="ma redup">Tidak ada indikator dalam saringan ini.</p> : <TaskList tasks={kept.map((row) => indicatorTask(view, row))} />}
    </TaskGroup>
  );
}

function indicatorTask(
  view: EntryView,
  { indicator, position, progress }: { readonly indicator: Indicator; readonly position: number; readonly progress: Progress },
): Task {
  const level = view.draft.claims[indicator.code]?.level ?? 0;
  const most = pointsText(indicatorPoints(indicator, 3));
  const gained = pointsText(indicatorPoints(indicator, level));
  const worth =
    level === 0
      ? `sampai ${most} poin`
      : progress === 'needs-evidence'
        ? `${gained} poin baru klaim`
        : level === 3
          ? `${gained} poin`
          : `${gained} poin, bisa sampai ${most}`;
  const detail = [indicator.mandatory && 'Wajib', `bobot ${pointsText(indicatorPoints(indicator, 1))}`, worth].filter(Boolean).join(' · ');
  return {
    name: `${position} ${indicator.name}`,
    href: paths.indicator(view.entry.entryId, indicator.code),
    detail,
    state: LOOKS[progress],
    word: WORDS[progress],
  };
}

function sendTask(view: EntryView): Task {
  const { entry, readiness } = view;
  const left = readiness.missing.length;
  const name = 'Periksa dan kirim ke kepala kantor';
  if (entry.registrationNumber !== null && entry.state !== 'returned-by-head' && entry.state !== 'returned-for-repair')
    return { name: 'Tanda terima', href: paths.receipt(entry.entryId), detail: entry.registrationNumber, word: 'Terkirim' };
  if (!view.change.ok && left > 0) return { name, href: paths.check(entry.entryId), detail: `Sisa ${left} hal wajib, waktunya sudah lewat`, word: 'Ditutup' };
  if (left > 0) return { name, href: paths.check(entry.entryId), detail: `Sisa ${left} hal wajib`, word: 'Belum dapat dikirim' };
  if (!view.change.ok) return { name, href: paths.check(entry.entryId), detail: 'Lengkap, tetapi waktunya sudah lewat', word: 'Ditutup' };
  return { name, href: paths.check(entry.entryId), detail: 'Semua yang wajib sudah lengkap', state: 'bukti', word: 'Siap dikirim' };
}

function BestStep({ view }: { readonly view: EntryView }) {
  const step =
    view.edits && view.change.ok && view.entry.state !== 'returned-for-repair' ? nextStep(view.instrument, view.draft.claims, view.draft.evidenced) : null;
  const indicator = view.instrument.sid.find((one) => one.code === step?.code);
  if (step === null || indicator === undefined) return null;
  const what = step.kind === 'attach' ? `Unggah bukti ${indicator.name} (level ${step.to})` : `${indicator.name} level ${step.from} ke ${step.to}`;
  return (
    <Notice kind="langkah" title="Langkah terbaik berikutnya">
      <p>
        {what} menambah <strong>{pointsText(step.gain)} poin</strong>.
      </p>
      <p class="ma">
        <ButtonLink kind="utama" href={paths.indicator(view.entry.entryId, indicator.code)}>
          Kerjakan indikator ini
        </ButtonLink>
      </p>
    </Notice>
  );
}

/** Why it came back: the head's reason, or the verifier's notes, each with its place. */
function Returned({ view, snapshot }: { readonly view: EntryView; readonly snapshot: Snapshot | undefined }) {
  const { entry, notes, instrument } = view;
  if (entry.state === 'returned-by-head' && snapshot?.reason)
    return (
      <Notice kind="awas" title="Dikembalikan kepala kantor">
        <p>{snapshot.reason}</p>
        <p class="redup">{[deciderWords(snapshot), snapshot.decidedAt && formatMoment(snapshot.decidedAt, view.zone)].filter(Boolean).join(', ')}</p>
      </Notice>
    );
  const open = notes.filter((note) => note.closedAt === null);
  if (entry.state !== 'returned-for-repair' || open.length === 0) return null;
  const part = (place: string) => PARTS.find((one) => place === `profile:${one}`);
  return (
    <Notice kind="awas" title={`Verifikator meminta ${open.length} perbaikan`}>
      <ul>
        {open.map(({ place, note }) => {
          const number = part(place);
          const href = number ? paths.profile(entry.entryId, number) : paths.indicator(entry.entryId, place);
          return (
            <li>
              <a href={href}>{number ? partTitles[number] : instrument.sid.find((one) => one.code === place)?.name}</a>: {note}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
