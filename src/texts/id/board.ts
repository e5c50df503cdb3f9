// Words of the board: columns, the search box, work on many entries at once.

import type { EntryState } from '../../domain/innovation/entry.ts';
import type { Vocabulary } from '../../domain/result/entry-search.ts';
import type { Column } from '../../domain/result/pipeline.ts';
import { formatList } from './format.ts';
import { entryStateWords } from './innovation.ts';
import type { Refusals } from './say.ts';

export const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  draft: 'Draf',
  head: 'Kepala',
  verification: 'Verifikasi',
  desk: 'Nilai meja',
  shortlist: 'Lima besar',
  presentation: 'Presentasi',
  result: 'Hasil',
  out: 'Tidak lanjut',
};

/** What brings cards into an empty column. */
export const COLUMN_EMPTY: Readonly<Record<Column, string>> = {
  draft: 'Terisi begitu inovator memulai usulan.',
  head: 'Terisi begitu inovator mengirim usulan ke kepala kantornya.',
  verification: 'Terisi begitu kepala menyetujui usulan.',
  desk: 'Terisi begitu verifikator menyelesaikan semua putusan.',
  shortlist: 'Kartu pindah ke sini setelah finalis diumumkan.',
  presentation: 'Terisi dari finalis begitu tahap presentasi dibuka.',
  result: 'Terisi begitu hasil kategori diumumkan.',
  out: 'Berisi usulan yang ditarik, gugur di meja, atau bukan finalis.',
};

/** What the search box understands. One word a value: put quotation marks around more. */
export const SEARCH: Vocabulary = {
  keys: {
    kategori: 'category',
    tahap: 'place',
    petugas: 'verifier',
    kantor: 'agency',
    nomor: 'number',
    skor: 'points',
    klaim: 'claimed',
    terverifikasi: 'verified',
    diam: 'idle',
    lewat: 'late',
  },
  columns: {
    draft: ['draf'],
    head: ['kepala'],
    verification: ['verifikasi'],
    desk: ['nilai-meja', 'nilai meja', 'meja'],
    shortlist: ['lima-besar', 'lima besar', '5-besar', 'daftar-pendek', 'finalis'],
    presentation: ['presentasi'],
    result: ['hasil'],
    out: ['tidak-lanjut', 'tidak lanjut'],
  },
  states: entryStateWords,
  me: 'saya',
  nobody: 'kosong',
  yes: 'ya',
  no: 'tidak',
};

export const boardTexts = {
  searchLabel: 'Cari usulan, kantor, atau nomor',
  searchHelp: 'Cara mencari lebih rinci',
  searchWords: [
    { term: 'kategori:puskesmas', value: 'nama atau kode kategori' },
    { term: 'tahap:verifikasi', value: 'kolom papan atau keadaan usulan' },
    { term: 'petugas:saya', value: 'verifikator; petugas:kosong bila belum ada' },
    { term: 'kantor:"dinas kesehatan"', value: 'pengusul; tanda kutip untuk lebih dari satu kata' },
    { term: 'nomor:0047', value: 'nomor registrasi' },
    { term: 'skor:>90', value: 'poin terverifikasi, atau klaim bila belum; juga <60, 60..90' },
    { term: 'klaim:>=50, terverifikasi:<50', value: 'poin yang disebut saja' },
    { term: 'diam:>3', value: 'hari tanpa perubahan' },
    { term: 'lewat:ya', value: 'lewat batas tahapnya' },
    { term: '-kategori:skpd', value: 'tanda kurang: selain itu' },
  ],
  board: 'Papan tahap',
  views: { papan: 'Papan', tabel: 'Tabel', corong: 'Corong' },
  emptyColumns: 'Kolom yang masih kosong',
  stage: 'Tahap',
  show: 'Tampilkan',
  late: 'lewat batas',
  heading: (count: number, late: number) => (late === 0 ? `${count} usulan` : `${count} usulan, ${late} lewat batas`),
  columnChoice: (column: string, count: number, late: number) => (late === 0 ? `${column} (${count})` : `${column} (${count}), ${late} lewat batas`),
  columnKey: (column: Column) => SEARCH.columns[column][0] ?? column,
  wholeColumn: (count: number) => `Semua ${count} di tabel`,
  claimed: (points: string) => `klaim ${points}`,
  claimedAndVerified: (claimed: string, verified: string) => `klaim ${claimed} → terverifikasi ${verified}`,
  unchanged: (days: number) => (days <= 0 ? 'berubah hari ini' : `${days} hari tanpa perubahan`),
  filters: 'Saringan',
  all: 'Semua',
  lateOnly: 'Lewat batas',
  withoutVerifier: 'Belum ada petugas',
  columns: {
    mark: 'Pilih',
    entry: 'Usulan',
    number: 'Nomor',
    category: 'Kategori',
    claimed: 'Klaim',
    verified: 'Terverifikasi',
    state: 'Status',
    holder: 'Petugas',
    idle: 'Tanpa perubahan',
    sheets: 'Lembar',
    jury: 'Juri',
    desk: 'Meja',
    final: 'Akhir',
    rank: '#',
  },
  unnumbered: 'belum bernomor',
  waitsForHead: 'menunggu kepala',
  orders: { nomor: 'Urut nomor', klaim: 'Klaim tertinggi', terverifikasi: 'Terverifikasi tertinggi', diam: 'Paling lama tanpa perubahan' },
  orderBy: 'Urutkan',
  work: 'Pekerjaan',
  figures: 'Nilai per kriteria',
  figuresOf: (version: number) => `Rata-rata juri per kriteria dari hasil versi ${version}; yang resmi ada di pleno.`,
  perPage: 'Lima puluh sehalaman',
  allRows: 'Semua baris',
  rowsShown: (from: number, to: number, count: number) => `${from}–${to} dari ${count}`,
  funnel: { begun: 'dimulai', submitted: 'diajukan', approved: 'disetujui kepala', verified: 'selesai diverifikasi', finalists: 'menjadi finalis' },
  exportLabel: 'Ekspor Excel',
  emptyEdition: (year: number) => `Belum ada usulan pada edisi ${year}`,
  empty: 'Usulan muncul di sini begitu inovator memulainya, sejak tahap pendaftaran dibuka. Waktunya diatur di halaman Edisi.',
  none: 'Belum ada usulan yang cocok',
  noneHint: 'Hapus saringan atau coba kata lain.',
  verification: 'Verifikasi',
  verifying: (count: number, late: number) =>
    late === 0 ? `Verifikasi: ${count} usulan menunggu` : `Verifikasi: ${count} usulan menunggu, ${late} lewat batas`,
  noneVerifying: 'Tidak ada usulan yang menunggu verifikasi',
  noneVerifyingHint: 'Usulan muncul di sini begitu kepala menyetujuinya, dan pergi begitu verifikatornya selesai. Semua usulan ada di Papan.',
  hidden: 'Putusan dan nilai usulan kantor Anda tampil setelah pengumuman.',
} as const;

/** What the rooms of the committee say of the stages. */
export const stageLineTexts = {
  none: 'Tidak ada tahap yang sedang berjalan.',
  open: 'Sedang berjalan:',
  until: (when: string) => `sampai ${when}`,
  next: 'Berikutnya',
  from: (when: string) => `dibuka ${when}`,
  setStage: (name: string) => `Atur tahap ${name}`,
} as const;

/** Words of the spreadsheet. */
export const exportTexts = {
  title: (year: number) => `Papan usulan ${year}`,
  about: 'Keterangan',
  aboutColumns: [
    { heading: 'Hal', width: 20 },
    { heading: 'Isi', width: 80 },
  ],
  agency: 'Kantor',
  moved: 'Terakhir berubah',
  idleDays: 'Tanpa perubahan (hari)',
  late: 'Lewat batas sejak',
  rank: 'Peringkat',
  band: 'Perhatian',
  edition: 'Edisi',
  instrument: 'Instrumen',
  search: 'Saringan',
  everything: 'semua usulan',
  rows: 'Jumlah baris',
  result: 'Nilai',
  resultOf: (version: number, digest: string) => `Rata-rata juri per kriteria dari hasil versi ${version}, sidik ${digest}`,
  taken: 'Diunduh',
  points: 'Poin',
  pointsAre: 'Klaim dan terverifikasi adalah poin instrumen; terverifikasi kosong berarti belum selesai diverifikasi atau belum boleh dilihat.',
} as const;

/** Days without a change. */
export function idleWords(days: number): string {
  return days <= 0 ? 'hari ini' : `${days} hari`;
}

export function lateWords(days: number): string {
  return days <= 0 ? 'Lewat hari ini' : `Lewat ${days} hari`;
}

export const boardRefusals: Refusals = {
  'bulk.nothing': ({ why }) => `Tidak satu pun usulan yang dipilih dapat ditugaskan kepada verifikator ini. ${((why ?? []) as readonly string[]).join(' ')}`,
  'bulk.wrong-state': ({ state }) => `Tidak dapat ditugaskan selama berstatus "${entryStateWords[state as EntryState] ?? state}".`,
  'bulk.nobody': () => 'Tidak ada yang perlu diingatkan untuk usulan yang dipilih. Pilih usulan yang masih menunggu seseorang.',
  'bulk.none-chosen': () => 'Centang dahulu usulan yang dimaksud, atau pilih semua yang cocok.',
  'bulk.too-many': ({ most }) => `Paling banyak ${most} usulan sekaligus. Persempit pencariannya.`,
  'bulk.not-found': () => 'Tindakan itu tidak ada, atau dikerjakan orang lain.',
  'bulk.undo-late': ({ seconds }) => `Sudah lewat ${seconds} detik, jadi tidak dapat dibatalkan lagi. Lepas penugasan lewat halaman usulannya.`,
  'search.too-long': ({ most }) => `Pencarian paling panjang ${most} huruf. Pendekkan, lalu cari lagi.`,
  'search.unknown-key': ({ word, known }) =>
    `Kata "${word}:" tidak dikenal. Pakai ${formatList((known as readonly string[]).map((one) => `${one}:`))}, atau beri tanda kutip bila itu bagian nama.`,
  'search.no-value': ({ word }) => `Tulis isinya tepat setelah "${word}:", tanpa spasi.`,
  'search.not-a-number': ({ word, value }) => `"${value}" bukan angka. Tulis misalnya ${word}:>90 atau ${word}:60..90.`,
  'search.unknown-place': ({ value, known }) => `Tahap "${value}" tidak ada. Pilih ${formatList(known as readonly string[])}.`,
  'search.not-yes-or-no': ({ word, yes, no }) => `Tulis ${word}:${yes} atau ${word}:${no}.`,
};
