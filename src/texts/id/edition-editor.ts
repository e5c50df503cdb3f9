// Words of the edition editor: stages by kind, refusals of its forms, the freeze table.

import type { StageKind } from '../../domain/edition/stage.ts';
import { catalogueTexts } from './catalogue.ts';
import { formatList } from './format.ts';
import type { Refusals } from './say.ts';

export const editionEditorRefusals: Refusals = {
  'edition.invalid': () => 'Sebagian isian belum benar.',
  'edition.text-too-long': ({ most }) => `Isi paling banyak ${most} huruf.`,
  'edition.year-invalid': () => 'Isi tahun dengan empat angka, 2000 sampai 2200.',
  'edition.stale': () => 'Setelan ini baru saja diubah orang lain. Muat ulang, lalu periksa kembali.',
  'edition.first-day-unreadable': () => 'Isi tanggal pendaftaran dibuka, misalnya 01-03-2027.',
  'rules.nobody-enters': () => 'Pilih paling sedikit satu jenis peserta.',
  'rules.count-invalid': () => 'Isi dengan angka bulat, paling sedikit 1.',
  'rules.ladder-unknown-step': () => 'Ada langkah yang tidak dikenal. Pilih dari daftarnya.',
  'rules.ladder-twice': () => 'Satu langkah dipilih dua kali. Ganti atau kosongkan salah satunya.',
  'rules.ladder-after-end': () => 'Sesudah keputusan rapat hanya boleh ada undian, dan sesudah undian tidak ada lagi.',
  'rules.ladder-too-long': ({ most }) => `Paling banyak ${most} langkah.`,
  'rules.lot-half': () => 'Isi benih undian bersama sumbernya, atau kosongkan keduanya.',
  'category.invalid': () => 'Sebagian isian kategori belum benar.',
  'category.name-missing': () => 'Isi nama kategori, 3 sampai 100 huruf.',
  'category.name-taken': () => 'Edisi ini sudah mempunyai kategori bernama serupa. Pakai nama lain.',
  'category.unsure': () => 'Centang dulu bahwa kategori ini memang hendak dihapus.',
  'category.source-missing': () => 'Pilih titik mulainya.',
  'category.left-empty': ({ category }) => `Kategori ${category} jadi tidak berpeserta. Lepas centang ini, atau ubah dulu peserta kategori itu.`,
  'category.in-use': () => 'Pendaftaran sudah dibuka, jadi kategori ini tidak dapat dihapus lagi.',
  'stage.invalid': () => 'Sebagian isian tahap belum benar.',
  'stage.kind-unknown': () => 'Pilih jenis tahap dari daftar.',
  'stage.kind-taken': () => 'Edisi ini sudah mempunyai tahap sejenis.',
  'stage.name-missing': () => 'Isi 3 sampai 80 huruf.',
  'stage.groups-too-many': ({ most }) => `Garis tahapan di beranda memuat paling banyak ${most} titik. Pakai nama titik yang sudah ada.`,
  'stage.grace-invalid': () => 'Isi menit dengan angka 0 sampai 1440.',
};

export const stageKindWords: Readonly<Record<StageKind, string>> = {
  outreach: 'Sosialisasi',
  registration: 'Pendaftaran',
  approval: 'Persetujuan kepala',
  verification: 'Verifikasi',
  desk: 'Nilai meja',
  presentation: 'Presentasi dan penilaian juri',
  'field-validation': 'Validasi lapangan',
  plenary: 'Pleno',
  objection: 'Sanggah',
  'follow-up': 'Tindak lanjut',
};

export const editorTexts = {
  changeReason: 'Alasan',
  beforeRegistration: 'disusun sebelum pendaftaran dibuka',
  reasonHint: 'Tampil dalam riwayat edisi.',
  decree: 'Nomor keputusan',
  free: 'Bebas diubah',
  byAct: 'Dengan keputusan',
  frozen: 'Terkunci',
  noLadder: 'tidak ada langkah lagi',
  step: (number: number) => `Langkah ${number}`,
  chosenAt: (number: number) => `Sudah dipilih pada langkah ${number}.`,
  deskLadderHint:
    'Dibaca dari atas. Langkah pertama yang berbeda menentukan. Undian: urutan acak dari angka atau kata (benih) yang diumumkan sebelum hasil dihitung.',
  finalLadderHint:
    'Diumumkan sebelum penilaian dan dicetak di berita acara. Nilai sebelum dibulatkan: angka eksak di balik nilai yang diumumkan. Nilai tengah juri: nilai lembar yang di tengah bila diurutkan. Menang lebih banyak: lebih sering di atas saingannya pada lembar juri yang sama.',
} as const;

/** The freeze table of the rules, row by row: what, when it locks, what may change it. */
export const freezeRows = [
  {
    key: 'rules',
    what: 'Kategori, peserta, instrumen nilai meja, ambang dan finalis, bobot akhir, urutan seri',
    when: 'saat pendaftaran dibuka',
    how: 'Sesudah itu hanya dengan alasan dan nomor keputusan, sampai verifikasi dibuka. Semua draf diberi tahu.',
  },
  {
    key: 'rubric',
    what: 'Rubrik juri: kriteria, bobot, skala, jumlah juri, pembulatan',
    when: 'saat presentasi dibuka',
    how: 'Sesudah itu hanya selama belum ada lembar juri yang berisi nilai.',
  },
  { key: 'free', what: 'Hadiah, tempat, teks, dan waktu yang masih di depan', when: 'tidak pernah', how: 'Kapan saja, dengan alasan yang tercatat.' },
] as const;

export const categoryTexts = {
  add: 'Tambah kategori',
  addLead: 'Ketentuan dan rubrik disalin dari yang Anda pilih, lalu dapat diubah seluruhnya.',
  name: 'Nama kategori',
  whoEnters: 'Siapa yang boleh ikut',
  alsoIn: (names: string) => `Sekarang ikut ${names}.`,
  moves: 'Hanya di kategori ini: keluarkan peserta itu dari kategori lain',
  movesHint: 'Draf yang sudah dimulai di sana tetap dapat dikirim.',
  startFrom: 'Mulai dari',
  startHint: 'Ambang, bobot akhir, urutan seri, dan rubriknya disalin.',
  scoredBy: (entry: readonly string[]) => `Juri menilai ${entry.join('')}.`,
  list: 'Kriteria rubriknya sendiri',
  listHint:
    'Satu kriteria sebaris: nama; bobot; petunjuk juri. Misalnya: Jangkauan warga; 40; Berapa banyak yang terlayani. Boleh ditempel dari Excel. Kosongkan bila rubriknya sama dengan yang disalin.',
  likeOwn: (name: string) => `Seperti ${name} edisi ini`,
  likeOffered: (name: string) => `Contoh bawaan ${name}`,
  newReason: 'kategori baru',
  preview: 'Lihat apa yang dilihat tiap peran',
  rules: (version: number) => `Ketentuan, versi ${version}`,
  rubric: (version: number) => `Rubrik juri, versi ${version}`,
  changeRules: 'Ubah ketentuan',
  changeRubric: 'Ubah rubrik',
  nameOrDrop: 'Ganti nama atau hapus kategori',
  rename: 'Simpan nama',
  drop: 'Hapus kategori',
  sure: (name: string) => `Ya, hapus ${name} dari edisi ini`,
} as const;

export const stageTexts = {
  add: 'Tambah tahap',
  kind: 'Jenis tahap',
  chooseKind: 'Pilih jenisnya',
  name: 'Nama tahap',
  group: 'Titik di garis tahapan beranda',
  groupHint: 'Tahap dengan titik yang sama tampil sebagai satu titik. Paling banyak enam titik.',
  grace: 'Kelonggaran sesudah tutup (menit)',
  graceHint: 'Kiriman yang terlambat sedikit masih diterima. Tidak diumumkan.',
  exit: 'Tahap berikutnya baru dapat dibuka dengan tombol bila pekerjaan tahap ini selesai',
  window: 'Waktu',
  momentHint: 'Tanggal dan jam, misalnya 31-07-2026 16.00.',
  momentsHint: 'Tanggal dan jam, misalnya 31-07-2026 16.00. Tanggal saja: jamnya tetap.',
  weekend: (day: string) => `${day} (akhir pekan)`,
  dayHint: 'Misalnya 01-03-2027.',
  opens: 'Dibuka',
  closes: 'Ditutup',
  closesHint: 'Tanggal dan jam, misalnya 31-07-2026 16.00. Pas pada waktu ini kiriman tidak diterima lagi.',
  windowReasonHint: 'Tampil di beranda dan jadwal bersama waktu semula.',
  planned: 'jadwal disusun sebelum tahap pertama dibuka',
  lookAgain: 'Periksa dulu',
  openedByHand: 'dibuka oleh sekretariat',
  saveWindow: 'Simpan waktu',
  openNow: 'Buka tahap sekarang',
  openReason: 'Alasan dibuka lebih awal',
  openNowTitle: 'Buka sekarang, sebelum waktunya',
  openNowReasonHint: 'Tampil di beranda dan jadwal. Bila kosong tertulis: dibuka oleh sekretariat.',
  openFirstReasonHint: 'Tersimpan dalam riwayat edisi. Bila kosong tertulis: dibuka oleh sekretariat.',
  carry: 'Geser juga tahap sesudahnya',
  carryHint: 'Menambah jumlah hari yang sama pada tahap-tahap sesudahnya di tabel; belum ada yang tersimpan.',
  unfinished: 'Tahap sebelumnya belum selesai',
  notBegun: (stage: string, when: string) => `${stage} belum dibuka; waktunya ${when}.`,
  approvalLater: (name: string, when: string) => `${name} baru dibuka ${when}. Buka juga tahap itu bila kepala boleh menyetujui sejak sekarang.`,
  stillRuns: (stage: string, when: string) => `${stage} masih berjalan sampai ${when}.`,
  openSure: (stage: string, locks: string) =>
    `Saya mengerti: ${stage} dibuka sekarang bagi semua orang dan tidak dapat dibatalkan.${locks === '' ? '' : ` ${locks}`}`,
  toOne: 'Buka sekarang, ganti nama, kelonggaran: pilih nama tahapnya.',
  all: 'Waktu semua tahap',
  allLead: 'Semua waktu diperiksa bersama. Tahap yang sudah dibuka hanya dapat diubah waktu tutupnya.',
  opened: (when: string) => `Sudah dibuka ${when}`,
  endOf: (stage: string, end: string) => `${stage}, ${end}`,
  shiftTitle: 'Geser semuanya',
  shiftLead: 'Tahap yang belum dibuka bergeser sama banyak hari; jamnya tetap. Belum ada yang tersimpan sampai Anda menekan simpan.',
  shiftDay: (stage: string) => `${stage} dibuka tanggal`,
  shift: 'Geser semua waktu',
  shifted: 'Waktu sudah digeser di tabel. Periksa hari liburnya, lalu simpan.',
  saveAll: 'Simpan semua waktu',
  face: 'Nama, titik di beranda, kelonggaran, syarat selesai',
  faceReason: 'Alasan perubahan setelan',
  saveFace: 'Simpan setelan tahap',
  drop: 'Hapus tahap',
} as const;

/** `Verifikasi. Menurut jadwal Pendaftaran belum selesai`: what was opened, and what was to be over before it. */
export function openedName(stage: string, unfinished: readonly string[]): string {
  return unfinished.length === 0 ? stage : `${stage}. Menurut jadwal ${formatList(unfinished)} belum selesai`;
}

/** What locks when a stage opens; nothing said of the others. */
export const openLocks: Readonly<Partial<Record<StageKind, string>>> = {
  registration: 'Sejak itu peserta, instrumen, ambang, bobot akhir, dan urutan seri hanya dapat diubah dengan nomor keputusan.',
  verification: 'Sejak itu kategori, instrumen, ambang, bobot akhir, dan urutan seri terkunci dan tidak dapat diubah lagi.',
  presentation: 'Sejak itu rubrik juri terkunci begitu ada lembar yang berisi nilai.',
};

export const settingsTexts = {
  title: 'Nama, tempat, teks, dan hadiah',
  lead: 'Bagian ini tidak pernah terkunci. Setiap perubahan tercatat dengan alasannya.',
  name: 'Nama edisi',
  venue: 'Tempat presentasi',
  welcome: 'Pengantar di beranda',
  welcomeHint: 'Satu atau dua kalimat untuk peserta dan warga.',
  contact: 'Kontak panitia',
  contactHint: 'Nomor WhatsApp atau telepon, surel, ruang, dan jam layanan. Tampil di Bantuan dan di kaki setiap halaman.',
  prizes: (category: string) => `Hadiah ${category}`,
  prizesHint: 'Satu hadiah sebaris, mulai dari juara pertama.',
  save: 'Simpan setelan',
} as const;

export const startTexts = {
  title: (isFirst: boolean) => (isFirst ? 'Buat edisi pertama' : 'Buat edisi baru'),
  lead: 'Semua isian dapat diubah sesudahnya sampai tahapnya dibuka. Tanggal tahap lain dihitung dari hari pendaftaran dibuka.',
  others: 'Edisi yang sudah ada',
  copy: (year: number) => `Salin edisi ${year} saja`,
  year: 'Tahun',
  name: 'Nama edisi',
  nameOf: (region: string, year: number) => `Lomba Inovasi ${region.replace(/^(Kabupaten|Kota|Provinsi) /, '')} ${year}`,
  firstDay: 'Pendaftaran dibuka tanggal',
  firstDayHint: 'Misalnya 01-03-2027. Sosialisasi tiga minggu sebelumnya; pendaftaran 45 hari; presentasi sekitar sebelas minggu sesudahnya.',
  copyDayHint: 'Misalnya 01-03-2027. Semua tahap bergeser sama banyak hari; jamnya tetap.',
  categories: 'Mulai dengan kategori contoh',
  categoriesHint: 'Ketentuan dan rubriknya hanya contoh, silakan diubah. Boleh tanpa kategori: tambahkan sendiri nanti.',
  instrument: 'Instrumen nilai meja dan katalog indikator',
  instrumentHint: 'Dua puluh indikator kematangan inovasi.',
  instrumentOf: (code: string) => `Indikator ${catalogueTexts.nameOf(code)}`,
  venue: 'Tempat presentasi',
  make: 'Buat edisi',
  reason: 'ketentuan contoh bawaan',
} as const;

export const overviewTexts = {
  noEdition: (year: number) => `Belum ada edisi ${year}`,
  noEditionYet: 'Halaman ini terisi sesudah edisi dibuat dan usulan masuk.',
  makeEdition: 'Buat edisi',
  copy: 'Salin menjadi edisi baru',
  next: (stage: string) => `Berikutnya: ${stage}`,
  passedOver: (stage: string, when: string) => `${stage} letaknya lebih dulu, tetapi baru dibuka ${when}.`,
  opensAt: (when: string) => `Dibuka ${when}.`,
  missing: (count: number) => `${count} syarat belum terpenuhi.`,
  ready: 'Semua syaratnya sudah ada.',
  toStage: (stage: string) => `Periksa atau buka ${stage}`,
  stages: 'Tahapan',
  calendar: 'Waktu setiap tahap',
  stage: 'Tahap',
  bar: 'Rentang',
  opens: 'Dibuka',
  closes: 'Ditutup',
  phase: 'Status',
  addStage: 'Tambah tahap',
  setTimes: 'Atur waktu semua tahap',
  categories: 'Kategori',
  noCategory: 'Belum ada kategori. Tambahkan paling sedikit satu sebelum pendaftaran dibuka.',
  versions: (rules: number, rubric: number) => `ketentuan v${rules}, rubrik v${rubric}`,
  addCategory: 'Tambah kategori',
  more: 'Pengaturan lain',
  settings: 'Nama, tempat, teks, dan hadiah',
  noVenue: 'Tempat presentasi belum diisi',
  preview: 'Pratinjau: apa yang dilihat tiap peran',
  instrument: 'Instrumen nilai meja dan katalog indikator',
  history: 'Riwayat ketentuan, rubrik, dan waktu',
  compare: (year: number) => `Beda dengan edisi ${year}`,
  locks: 'Yang terkunci dan alasannya',
  lockTable: 'Setelan dan kuncinya',
  what: 'Yang diatur',
  locksWhen: 'Terkunci',
  stateNow: 'Status sekarang',
  how: 'Perubahan',
  alwaysFree: 'Dapat diubah kapan saja.',
} as const;

export const historyTexts = {
  title: (year: number) => `Riwayat edisi ${year}`,
  lead: 'Yang terbaru di atas. Setiap keputusan dengan alasan dan apa yang berubah karenanya.',
  reason: (reason: string) => `Alasan: ${reason}`,
  byDecree: (reason: string, decree: string) => `${reason} (keputusan ${decree})`,
  rules: (category: string, version: number) => `Ketentuan ${category} versi ${version}`,
  rubric: (category: string, version: number) => `Rubrik ${category} versi ${version}`,
  window: (stage: string) => `Waktu ${stage} diubah`,
  opens: 'Dibuka',
  closes: 'Ditutup',
  name: 'Nama',
  gone: '(dihapus)',
  fresh: '(baru)',
  change: {
    settings: { added: () => 'Setelan edisi dibuat', changed: () => 'Setelan edisi diubah', dropped: () => 'Setelan edisi dihapus' },
    stage: {
      added: (name: string) => `Tahap ${name} ditambah`,
      changed: (name: string) => `Setelan tahap ${name} diubah`,
      dropped: (name: string) => `Tahap ${name} dihapus`,
    },
    instrument: {
      added: (name: string) => `Instrumen nilai meja ${name}`,
      changed: (name: string) => `Instrumen nilai meja diganti menjadi ${name}`,
      dropped: (name: string) => `Instrumen nilai meja ${name}`,
    },
    category: {
      added: (name: string) => `Kategori ${name} ditambah`,
      changed: (name: string) => `Kategori ${name} berganti nama`,
      dropped: (name: string) => `Kategori ${name} dihapus`,
    },
  },
} as const;

export const compareTexts = {
  title: (year: number, other: number) => `Edisi ${year} dibanding ${other}`,
  lead: (other: number) => `Hanya yang berbeda. Tanggal ${other} dibandingkan pada hari dan bulan yang sama di tahun ini.`,
  same: 'Tidak ada yang berbeda.',
  settings: 'Setelan edisi',
  instrument: 'Instrumen nilai meja dan katalog indikator',
  stage: (name: string) => `Tahap ${name}`,
  onlyHere: 'Hanya ada di edisi ini.',
  onlyThere: (year: number) => `Hanya ada di edisi ${year}.`,
} as const;
