// Words of the catalogues: what they say row by row, and how they come in.

import type { CatalogueDocument, CatalogueRow } from '../../domain/instrument/catalogue-document.ts';
import type { Face } from './edition-faces.ts';
import { formatDecimal } from './format.ts';
import type { Refusals } from './say.ts';

export const catalogueRefusals: Refusals = {
  'catalogue.not-found': ({ code }) => `Katalog ${code} tidak ada atau belum ditetapkan di daerah ini. Pilih dari daftar.`,
  'catalogue.key-twice': ({ key }) => `Nama "${key}" ditulis dua kali dalam satu bagian berkas JSON. Hapus salah satunya.`,
  'catalogue.no-rows': () => 'Katalog ini tidak memuat satu pun baris SID, jadi tidak dapat menjadi instrumen nilai meja.',
  'catalogue.year-invalid': () => 'Isi tahun katalog dengan empat angka, 2000 sampai 2200.',
  'catalogue.year-past': ({ year }) => `Tahun ${year} sudah lewat. Ketentuan baru tidak pernah berlaku surut.`,
  'catalogue.year-has-one': ({ year }) =>
    `Sudah ada katalog ${year} yang berlaku. Bila ini katalog tahun berikutnya, ubah tahunnya; bila memang katalog lain untuk ${year}, centang pernyataannya.`,
  'catalogue.sheet-missing': ({ sheet }) => `Tidak ada lembar "${sheet}". Pakai bentuk yang diunduh dari halaman ini.`,
  'catalogue.cell-number': () => 'Isi dengan angka, misalnya 3 atau 0,75.',
  'catalogue.cell-aspect': () => 'Isi SPD atau SID.',
  'catalogue.cell-empty': () => 'Sel ini tidak boleh kosong.',
  'catalogue.cell-year': () => 'Isi tahun dengan empat angka.',
  'catalogue.code-twice': ({ code }) => `Kode ${code} sudah dipakai baris di atasnya.`,
  'catalogue.no-file': () => 'Pilih berkasnya dahulu.',
  'catalogue.file-faults': () => 'Ada sel yang perlu diperbaiki. Perbaiki di berkasnya, lalu pilih lagi. Belum ada yang tersimpan.',
  'instrument.too-new': ({ year }) => `Katalog ini untuk tahun ${year}, sesudah tahun edisi ini.`,
  'instrument.ladder-needs': ({ category, code }) =>
    `Urutan seri nilai meja ${category} menyebut ${code}, yang tidak ada pada katalog ini. Ubah dulu urutan serinya.`,
};

export const catalogueTexts = {
  title: 'Katalog indikator',
  lead: 'Ketentuan IID tiap tahun. Katalog baru dibandingkan dan dicoba dulu pada portofolio, lalu ditetapkan. Ketentuan tidak pernah berlaku surut.',
  list: 'Semua katalog',
  name: 'Katalog',
  year: 'Tahun',
  state: 'Status',
  source: 'Asal',
  shipped: 'Bawaan BAILANG',
  broughtBy: (name: string, when: string) => `${name}, ${when}`,
  usedBy: (editions: string) => `Dipakai ${editions}`,
  adopted: 'Ditetapkan',
  draft: 'Belum ditetapkan',
  incomplete: 'Tidak lengkap',
  add: 'Masukkan katalog baru',
  write: 'Tulis di halaman ini',
  asExcel: 'Unduh sebagai Excel',
  asJson: 'Unduh sebagai JSON',
  fileLead:
    'Unduh katalog tahun lalu sebagai Excel, ubah baris yang berbeda dan tahunnya, lalu pilih berkasnya di sini. Seluruh baris diperiksa; belum ada yang berlaku.',
  file: 'Berkas katalog',
  fileHint: 'Excel (.xlsx) dengan lembar seperti hasil unduhan, atau JSON.',
  read: 'Periksa dan simpan sebagai rancangan',
  besides: 'Ini memang katalog lain untuk tahun yang sama',
  nameOf: (code: string) => {
    const [, year = '', mark] = code.split('-');
    return mark === undefined ? `IID ${year}` : `IID ${year} (${mark})`;
  },
  code: 'Kode katalog',
  legalSource: 'Dasar hukum',
  sid: 'Indikator inovasi (SID)',
  spd: 'Indikator daerah (SPD)',
  rows: (count: number, most: string) => `${count} baris, paling tinggi ${most} poin`,
  compareWith: 'Bandingkan dengan',
  compare: 'Bandingkan',
  changed: (count: number, of: number, other: string) => `${count} dari ${of} baris berbeda dengan ${other}`,
  same: (other: string) => `Semua baris sama dengan ${other}.`,
  terms: 'Ketentuan lain yang berbeda',
  onlyHere: 'Baris ini baru.',
  onlyThere: 'Baris ini tidak ada lagi.',
  whatIf: (year: number) => `Dicoba pada portofolio ${year}`,
  whatIfTable: 'Indeks menurut kedua katalog',
  whatIfNote: 'Simulasi: dihitung ulang sebagai bahan banding. Angka resmi tahun itu tidak berubah.',
  whatIfNone: 'Belum ada ketentuan lengkap untuk tahun ini, jadi tidak ada yang dapat dibandingkan.',
  whatIfIncomplete: 'Katalog ini belum memuat semua yang diperlukan untuk menghitung indeks. Sebagai instrumen nilai meja ia tetap dapat dipakai.',
  basis: 'Dasar angka',
  now: (code: string) => `Menurut ${code}`,
  under: 'Menurut katalog ini',
  difference: 'Selisih',
  roundedOnce: 'Selisih dibulatkan sendiri dari pecahan eksaknya, jadi dapat berbeda 0,01 dari angka yang tercetak.',
  predicate: 'Predikat',
  bases: { claimed: 'Klaim', evidenced: 'Berbukti', verified: 'Terverifikasi' },
  notCounted: (codes: string) => `Tidak dihitung lagi: ${codes}.`,
  adoptTitle: 'Tetapkan katalog ini',
  adoptLead: (year: number) =>
    `Sesudah ditetapkan, katalog ini mengatur indeks tahun ${year} dan dapat dipakai edisi mulai tahun itu. Edisi dan tahun sebelumnya tidak berubah.`,
  adopt: 'Tetapkan katalog',
  bindTitle: (edition: string) => `Pakai untuk ${edition}`,
  bindLead: 'Instrumen nilai meja edisi diganti. Semua draf diberi tahu.',
  bind: (year: number) => `Pakai untuk edisi ${year}`,
  bound: (edition: string) => `${edition} memakai katalog ini.`,
} as const;

export const writeTexts = {
  title: 'Tulis katalog baru',
  lead: (from: string) => `Berangkat dari ${from}. Ubah yang berbeda saja; sisanya tetap. Hasilnya disimpan sebagai rancangan.`,
  year: 'Tahun katalog',
  legalSource: 'Dasar hukum',
  maxima: 'Poin tertinggi',
  maximaHint: 'Dihitung ulang dari baris; bila tidak sama, ada bobot yang keliru.',
  maxSid: 'Satu inovasi',
  maxSpd: 'SPD',
  maxTotal: 'Keseluruhan',
  years: 'Pembagi dan ambang tiap tahun',
  yearsHint: 'Satu tahun sebaris: tahun = pembagi, ambang layanan dasar. Misalnya 2027 = 14, 6.',
  predicates: 'Predikat',
  predicatesHint: 'Satu predikat sebaris: mulai dari = nama. Misalnya 65,01 = Sangat Inovatif.',
  name: 'Nama',
  weight: 'Bobot',
  level: (number: number) => `Level ${number}`,
  save: 'Simpan sebagai rancangan',
} as const;

/** A row as named lines. */
export function catalogueRowFaces(row: CatalogueRow): readonly Face[] {
  const weight = { key: 'weight', label: 'Bobot', text: row.weight === '' ? 'tidak diketahui' : formatDecimal(row.weight) };
  const name = { key: 'name', label: 'Nama', text: row.name };
  if (row.cap !== '') return [name, weight, { key: 'cap', label: 'Plafon', text: row.cap }, { key: 'rule', label: 'Aturan hitung', text: row.rule }];
  return [
    name,
    weight,
    { key: 'aspect', label: 'Aspek', text: row.aspect },
    { key: 'mandatory', label: 'Wajib', text: row.mandatory ? 'ya' : 'tidak' },
    ...row.levels.map((text, at) => ({ key: `level ${at}`, label: `Level ${at + 1}`, text })),
    { key: 'evidence', label: 'Bukti', text: row.evidence },
    { key: 'formats', label: 'Jenis berkas', text: row.formats },
    { key: 'note', label: 'Catatan', text: row.note },
  ];
}

/** What a catalogue says beside its rows, as named lines. */
export function catalogueTermFaces(document: CatalogueDocument): readonly Face[] {
  return [
    { key: 'year', label: 'Tahun', text: document.year },
    { key: 'legal', label: 'Dasar hukum', text: document.legalSource },
    { key: 'maxSid', label: 'Poin tertinggi satu inovasi', text: document.maxSid },
    { key: 'maxSpd', label: 'Poin tertinggi SPD', text: document.maxSpd },
    { key: 'maxTotal', label: 'Poin tertinggi keseluruhan', text: document.maxTotal },
    ...document.years.map(({ year, divisor, needed }) => ({
      key: `year ${year}`,
      label: `Ketentuan tahun ${year}`,
      text: `pembagi ${divisor || 'tidak diketahui'}, ambang layanan dasar ${needed || 'tidak diketahui'}`,
    })),
    { key: 'services', label: 'Urusan layanan dasar', text: document.basicServices.join('; ') },
    { key: 'predicates', label: 'Predikat', text: document.predicates.map(({ label, from }) => `${label} mulai ${from.replace('.', ',')}`).join('; ') },
    { key: 'from', label: 'Diterapkan mulai', text: document.implementedFrom },
    { key: 'to', label: 'Diterapkan sampai', text: document.implementedTo },
    { key: 'words', label: 'Kata rancang bangun paling sedikit', text: document.minWords },
    ...document.bases.map(({ code, name, levels }) => ({ key: `basis ${code}`, label: `Manfaat ${code}`, text: [name, ...levels].join('; ') })),
  ];
}
