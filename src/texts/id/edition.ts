// Words of the room edition: stages, freezing, settings.

import type { CategoryRules, CutPolicy } from '../../domain/edition/category.ts';
import type { EditionHistory } from '../../domain/edition/edition.ts';
import type { Lock } from '../../domain/edition/freeze.ts';
import type { Stage, StagePhase } from '../../domain/edition/stage.ts';
import type { MovedEnd, TimelineGroup } from '../../domain/edition/timeline.ts';
import type { Rubric } from '../../domain/instrument/rubric.ts';
import type { AgencyKind } from '../../domain/people/agency.ts';
import type { Facts } from '../../domain/shared/outcome.ts';
import { capitalised, dayParts, formatClock, formatDateTime, formatDecimal, formatList, formatMoment, formatTime, formatWindow, type Zone } from './format.ts';
import type { Refusals } from './say.ts';

export const editionRefusals: Refusals = {
  'act.not-sure': () => 'Centang pernyataan ini dulu. Belum ada yang berubah.',
  'stage.absent': () => 'Edisi ini tidak memakai tahap itu.',
  'stage.not-open': ({ stage, opensAt }) => `Tahap ${stage} belum dibuka. Dibuka ${formatMoment(String(opensAt))}.`,
  'stage.closed': ({ stage, closedAt }) => `Tahap ${stage} ditutup ${formatMoment(String(closedAt))}. Tidak ada yang disimpan.`,
  'stage.not-found': () => 'Tahap itu tidak ada pada edisi ini.',
  'category.not-found': () => 'Kategori itu tidak ada.',
  'edition.not-found': () => 'Edisi yang hendak disalin tidak ada. Pilih edisi yang dijalankan di sini, bukan catatan edisi lampau.',
  'edition.year-taken': ({ year }) => `Tahun ${year} sudah mempunyai edisi. Isi tahun lain.`,
  'edition.year-not-later': ({ year }) => `Isi tahun sesudah ${year} dengan angka, paling jauh 50 tahun.`,
  'edition.name-missing': () => 'Isi nama edisi, 3 sampai 200 huruf.',
  'edition.rules-missing': ({ year }) => `Edisi ${year} belum lengkap: ada kategori tanpa ketentuan atau rubrik. Lengkapi dulu, lalu salin.`,
  'rules.frozen': () => 'Ketentuan kategori terkunci sejak verifikasi dibuka dan tidak dapat diubah lagi.',
  'rules.needs-reason': () => 'Tulis alasannya, paling sedikit 3 huruf. Alasan tampil bersama perubahannya.',
  'rules.needs-decree': () => 'Pendaftaran sudah dibuka. Isi nomor keputusan yang mengubah ketentuan ini.',
  'rules.stale': ({ version }) => `Ketentuan ini baru saja diubah orang lain menjadi versi ${version}. Muat ulang, lalu periksa kembali.`,
  'rules.invalid': () => 'Sebagian isian ketentuan belum benar.',
  'rules.number-invalid': () => 'Isi dengan angka, misalnya 50 atau 52,5.',
  'rules.shares-sum': () => 'Bobot nilai meja dan nilai juri harus berjumlah 100.',
  'rubric.frozen': () => 'Rubrik terkunci: sudah ada lembar juri yang berisi nilai.',
  'rubric.no-criteria': () => 'Rubrik harus mempunyai paling sedikit satu kriteria.',
  'rubric.duplicate-criterion': ({ criterion }) => `Kode kriteria ${criterion} kosong atau dipakai dua kali.`,
  'rubric.number-unreadable': () => 'Isi dengan angka, misalnya 25 atau 12,5.',
  'rubric.weight-not-positive': () => 'Bobot tiap kriteria harus lebih dari 0. Hapus kriteria yang tidak dipakai.',
  'rubric.range-empty': () => 'Nilai terendah harus di bawah nilai tertinggi.',
  'rubric.range-outside-scale': () => 'Rentang nilai kriteria tidak cocok dengan cara menghitung rubrik.',
  'rubric.step-invalid': () => 'Kelipatan nilai tidak cocok dengan rentangnya.',
  'rubric.levels-invalid': () => 'Level kriteria harus paling sedikit dua, berbeda, dan di dalam rentangnya.',
  'rubric.min-jurors-invalid': () => 'Isi jumlah juri dengan angka 1 sampai 99.',
  'rubric.decimals-invalid': () => 'Jumlah desimal harus 0 sampai 10.',
  'rubric.trim-invalid': () => 'Potongan nilai ujung harus 0 sampai 49.',
  'window.needs-reason': () => 'Tulis alasannya, paling sedikit 3 huruf. Alasan tampil di halaman publik.',
  'window.backwards': () => 'Waktu tutup harus sesudah waktu buka.',
  'window.already-open': ({ opensAt }) => `Tahap ini sudah dibuka ${formatMoment(String(opensAt))}. Hanya waktu tutupnya yang dapat diubah.`,
  'window.unsure': () => 'Baca peringatannya. Bila memang dimaksudkan, centang pernyataannya. Belum ada yang berubah.',
  'window.in-the-past': () => 'Waktu tutup sudah lewat. Pilih waktu yang masih di depan.',
  'window.opens-past': () => 'Waktu buka sudah lewat. Pilih waktu yang masih di depan, atau buka tahap ini sekarang dari halamannya.',
  'window.invalid': () => 'Sebagian waktu belum benar. Belum ada yang berubah.',
  'window.unreadable': () => 'Isi tanggal dan jam, misalnya 31-07-2026 16.00.',
};

const REOPENS: Readonly<Record<string, string>> = {
  announced: 'dibuka kembali padahal finalis sudah diumumkan. Finalis tidak ikut berubah.',
  sealed: 'dibuka kembali padahal sudah ada lembar juri yang terkunci. Lembar yang terkunci tidak ikut berubah.',
};

/** The warnings about windows that are unusual, from the facts of its refusal. */
export function windowWarnings({ reopens, order, overlaps }: Facts): readonly string[] {
  return [
    ...inRows(reopens, 2).map(([stage, after = '']) => `Tahap ${stage} ${REOPENS[after] ?? ''}`),
    ...inRows(order, 2).map(([later, earlier]) => `Tahap ${later} jadi dibuka sebelum tahap ${earlier}.`),
    ...inRows(overlaps, 3).map(([later, end, earlier]) => `Tahap ${later} jadi ${end === 'opens' ? 'dibuka' : 'ditutup'} sebelum tahap ${earlier} ditutup.`),
  ];
}

/** A list of facts laid in rows of `width`. */
function inRows(fact: Facts[string] | undefined, width: number): readonly (readonly string[])[] {
  const flat = Array.isArray(fact) ? fact.map(String) : [];
  return Array.from({ length: flat.length / width }, (_, at) => flat.slice(at * width, (at + 1) * width));
}

export const moveSureText = 'Saya sudah membaca peringatan ini dan waktu ini memang dimaksudkan.';

export const phaseWords: Readonly<Record<StagePhase, string>> = { ahead: 'Belum dibuka', open: 'Berjalan', closed: 'Selesai' };

/** What became of a moved end: `dibuka lebih awal: 24 November pukul 09.00 WITA (semula 6 Desember pukul 09.00 WITA)`. */
function movedEndWords({ end, from, to }: MovedEnd): string {
  const before = `(semula ${formatMoment(from)})`;
  if (end === 'opening') return `dibuka lebih ${to < from ? 'awal' : 'lambat'}: ${formatMoment(to)} ${before}`;
  return to > from ? `diperpanjang sampai ${formatMoment(to)} ${before}` : `ditutup lebih awal: ${formatMoment(to)} ${before}`;
}

/** A changed window as one sentence, with its reason. */
export function moveSentence(stageName: string, ends: readonly MovedEnd[], reason: string): string {
  return `${stageName} ${ends.map(movedEndWords).join('; ')}. Alasan: ${reason}`;
}

/** What stands under a point of the public line: the state of the group, then its days; where it joins stages, those of each by name. */
export function groupLines({ state, stages }: TimelineGroup, zone: Zone): readonly string[] {
  const [only, ...others] = stages;
  const days = (stage: Stage) => formatWindow(stage.opensAt, stage.closesAt, zone);
  const lines = only !== undefined && others.length === 0 ? [days(only)] : stages.map((stage) => `${stage.name}: ${days(stage)}`);
  return state === 'ahead' ? lines : [GROUP_STATES[state], ...lines];
}

const GROUP_STATES = { done: 'Selesai', now: 'Sedang berjalan' } as const;

/** The hours of a stage that matter still: `dibuka Minggu pukul 08.00, ditutup Rabu pukul 16.00 WITA`; nothing once it is over. */
export function hoursOf(stage: Stage, phase: StagePhase, zone: Zone): string {
  const closes = `ditutup ${dayParts(stage.closesAt, zone).weekday} pukul ${formatClock(stage.closesAt, zone)}`;
  if (phase === 'closed') return '';
  return phase === 'open' ? closes : `dibuka ${dayParts(stage.opensAt, zone).weekday} pukul ${formatTime(stage.opensAt, zone)}, ${closes}`;
}

/** When the stage ends, or begins: `Presentasi dan penilaian juri ditutup`, then the day. */
export function turnOf(stage: Stage, isOpen: boolean): { readonly what: string; readonly when: string } {
  return { what: `${stage.name} ${isOpen ? 'ditutup' : 'dibuka'}`, when: formatDateTime(isOpen ? stage.closesAt : stage.opensAt) };
}

export const rulesLockWords: Readonly<Record<Lock, string>> = {
  free: 'Masih dapat diubah. Terkunci saat pendaftaran dibuka.',
  'by-act': 'Pendaftaran sudah dibuka: hanya dapat diubah dengan nomor keputusan dan alasan, sampai verifikasi dibuka.',
  frozen: 'Terkunci sejak verifikasi dibuka. Tidak dapat diubah lagi.',
};

export const rubricLockWords: Readonly<Record<Lock, string>> = {
  free: 'Masih dapat diubah. Terkunci saat presentasi dibuka.',
  'by-act': 'Presentasi sudah dibuka: hanya dapat diganti selama belum ada lembar yang berisi nilai.',
  frozen: 'Terkunci: sudah ada lembar juri yang berisi nilai.',
};

export const agencyKindWords: Readonly<Record<AgencyKind, string>> = {
  skpd: 'SKPD',
  kecamatan: 'kecamatan',
  puskesmas: 'UPT puskesmas',
  blud: 'BLUD',
  school: 'sekolah',
  village: 'desa',
  group: 'kelompok warga',
  outside: 'pihak luar',
};

/** Steps of a ladder beside indicators and criteria. */
export const stepWords = {
  jury: 'nilai juri',
  desk: 'nilai meja',
  exact: 'nilai sebelum dibulatkan',
  median: 'nilai tengah juri',
  wins: 'menang lebih banyak antarjuri',
  decision: 'keputusan rapat dalam berita acara',
  lot: 'undian dengan benih yang diumumkan',
} as const;
const STEPS: Readonly<Record<string, string>> = stepWords;

export const approverWords: Readonly<Record<CategoryRules['approver'], string>> = {
  head: 'Kepala perangkat daerah, kepala sekolah, atau kepala desa',
  nobody: 'Tidak perlu persetujuan',
};

export const cutWords: Readonly<Record<CutPolicy, string>> = {
  unresolved: 'Belum diputus; sekretariat menunggu keputusan rapat',
  include: 'Semua yang seri ikut menjadi finalis',
  exclude: 'Semua yang seri tidak ikut',
};

/** The steps of a ladder in words; `names` gives criteria and indicators theirs. */
export function ladderWords(ladder: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  return ladder.map((step) => STEPS[step] ?? nameOfStep(step.replace(/^criterion:/, ''), names));
}

function nameOfStep(code: string, names: ReadonlyMap<string, string>): string {
  return names.get(code) ?? code;
}

export function entrantWords(rules: CategoryRules): string {
  return formatList(rules.whoEnters.map((kind) => agencyKindWords[kind]));
}

export function shortlistWords({ shortlist }: CategoryRules): string {
  return shortlist.kind === 'top' ? `${shortlist.n} nilai meja tertinggi` : `semua yang nilainya di atas ${formatDecimal(shortlist.above)}`;
}

export function floorWords({ floor }: CategoryRules): string {
  return floor === null ? 'tidak ada ambang' : `di bawah ${formatDecimal(floor)} poin terverifikasi tidak lolos; ${formatDecimal(floor)} lolos`;
}

export function shareWords({ deskShare, juryShare }: CategoryRules): string {
  return `nilai meja ${formatDecimal(deskShare)}%, nilai juri ${formatDecimal(juryShare)}%`;
}

const SCALES: Readonly<Record<Rubric['scale'], string>> = {
  raw: 'nilai dipakai apa adanya, 0 sampai 100',
  max: 'nilai dibagi nilai tertinggi lalu dikali 100, misalnya 2 dari 3 menjadi 66,67',
  minmax: 'nilai terendah menjadi 0 dan tertinggi menjadi 100',
};

export function scaleWords({ scale }: Rubric): string {
  return SCALES[scale];
}

/** How a criterion is filled in. */
export function entryWords(criterion: Rubric['criteria'][number]): string {
  if (criterion.entry === 'levels') return (criterion.levels ?? []).map(({ points, label }) => `${formatDecimal(points)} = ${label}`).join(', ');
  return `${formatDecimal(criterion.min)} sampai ${formatDecimal(criterion.max)}, kelipatan ${formatDecimal(criterion.step)}`;
}

export const cloneReason = (year: number): string => `disalin dari edisi ${year}`;

const HISTORY_PARTS = {
  funnel: 'jumlah usulan tiap tahap',
  gates: 'ambang',
  dates: 'tanggal',
  venue: 'tempat',
  winners: 'pemenang',
  topTen: 'sepuluh besar',
} as const;

/** What is known of a past edition: `Jumlah usulan tiap tahap, tempat, dan pemenang; 3 sumber`. */
export function historyContents(history: EditionHistory): string {
  const parts = Object.entries(HISTORY_PARTS).flatMap(([part, word]) => (history[part as keyof typeof HISTORY_PARTS] === undefined ? [] : [word]));
  return `${capitalised(formatList(parts.length > 0 ? parts : ['catatan']))}; ${history.sources.length} sumber`;
}

export const historyTexts = {
  title: 'Edisi lampau',
  lead: 'Catatan dari pemberitaan, lengkap dengan sumber dan keraguannya.',
  compare: 'Mengapa tidak dapat dibandingkan dengan edisi sekarang',
  none: 'Belum ada catatan',
  noneLead: 'Edisi sebelum sistem ini dicatat sekretariat dari sumber yang terbuka.',
  gates:
    'Ambang lama berbeda karena tiap edisi memakai ketentuan tahunnya sendiri; naskah bobotnya tidak ditemukan, jadi angkanya tidak dapat dibandingkan dengan edisi sekarang.',
} as const;
