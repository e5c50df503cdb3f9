// Words of the rubric editor.

import type { Rubric, Scale } from '../../domain/instrument/rubric.ts';
import type { Facts } from '../../domain/shared/outcome.ts';
import { formatDecimal, formatList } from './format.ts';
import type { Refusals } from './say.ts';

export const rubricRefusals: Refusals = {
  'rubric.invalid': () => 'Sebagian isian rubrik belum benar.',
  'rubric.name-missing': () => 'Isi nama kriteria.',
  'rubric.level-line': () => 'Tulis setiap level sebaris: angka, tanda sama dengan, lalu penjelasannya. Misalnya 3 = Baik.',
  'rubric.too-many-criteria': ({ most }) => `Paling banyak ${most} kriteria.`,
  'rubric.levels-few': () => 'Isi paling sedikit dua level, satu sebaris. Misalnya 3 = Baik.',
  'rubric.unsure': () => 'Baca peringatannya. Betulkan isian, atau centang pernyataannya bila memang dimaksudkan. Belum ada yang tersimpan.',
  'rubric.ladder-needs': ({ criterion }) =>
    `Kriteria ${criterion} masih dipakai dalam urutan seri, yang sudah terkunci. Pertahankan kriteria itu, atau ubah dulu urutan seri dengan nomor keputusan.`,
  'rubric.list-empty': () => 'Tulis paling sedikit satu kriteria: nama; bobot; petunjuk juri.',
  'rubric.list-unread': ({ rows }) =>
    `Baris ${formatList(rows as readonly string[])} belum terbaca. Tulis nama kriteria, titik koma, lalu bobot berupa angka di atas 0. Misalnya: Kebaruan; 30; Seberapa baru.`,
  'rubric.list-twice': ({ name }) => `Kriteria "${name}" tertulis dua kali. Ganti nama salah satunya.`,
  'rubric.list-and-fields': () => 'Daftar ini dan isian kriteria di bawahnya sama-sama diubah; yang dipakai daftarnya. Samakan dahulu, lalu kirim lagi.',
  'rubric.list-sum': ({ sum }) => `Jumlah bobotnya ${formatDecimal(String(sum))}. Rubrik yang disalin memakai persen: jadikan 100.`,
  'rubric.no-file': () => 'Pilih berkasnya dahulu.',
  'rubric.no-sheet': () => 'Tidak ada lembar dengan kolom Kriteria dan Bobot. Pakai bentuk yang diunduh dari halaman ini.',
  'rubric.json-key-twice': ({ key }) => `Berkas JSON ini menulis "${key}" dua kali di satu tempat. Hapus salah satunya.`,
  'rubric.json-unreadable': () => 'Berkas JSON ini bukan rubrik. Pakai bentuk yang diunduh dari halaman ini.',
  'rubric.file-faults': () => 'Ada sel yang perlu diperbaiki. Perbaiki di berkasnya, lalu pilih lagi. Belum ada yang tersimpan.',
  'rubric.entry-unknown': () => 'Tulis angka atau level.',
  'rubric.level-homeless': ({ typed }) => `Tidak ada kriteria bernama atau berkode "${typed}".`,
  'rubric.choice-unknown': ({ choices }) => `Tulis salah satu: ${(choices as readonly string[]).join('; ')}.`,
};

export const scaleChoiceWords: Readonly<Record<Scale, string>> = {
  raw: 'Nilai dipakai apa adanya, 0 sampai 100',
  max: 'Dibagi nilai tertinggi',
  minmax: 'Terendah menjadi 0, tertinggi menjadi 100',
};

/** When a scale is the right one. */
export const scaleHints: Readonly<Record<Scale, string>> = {
  raw: 'Hanya bila setiap kriteria dinilai 0 sampai 100.',
  max: 'Untuk level dan rentang pendek: yang tertinggi menjadi 100, yang lain bagiannya.',
  minmax: 'Yang terendah tidak bernilai sama sekali.',
};

export const aggregateWords: Readonly<Record<Rubric['aggregate'], string>> = {
  mean: 'Rata-rata semua lembar',
  trimmed: 'Rata-rata tanpa nilai ujung',
  median: 'Nilai tengah',
};

export const rankOnWords: Readonly<Record<Rubric['rankOn'], string>> = {
  rounded: 'Nilai yang diumumkan (sudah dibulatkan)',
  exact: 'Nilai eksak sebelum dibulatkan',
};

export const rubricTexts = {
  criteria: 'Kriteria',
  criterion: 'Kriteria',
  weights: 'Bobot setiap kriteria',
  weight: 'Bobot',
  share: 'Bagian',
  sum: 'Jumlah',
  sumZero: 'Jumlah bobot masih 0',
  unnamed: '(belum bernama)',
  countAgain: 'Hitung jumlah bobot',
  addCriterion: 'Tambah kriteria',
  numbered: (number: number) => `Kriteria ${number}`,
  asList: 'Tulis sebagai daftar, atau tempel dari Excel',
  list: 'Semua kriteria',
  listHint:
    'Satu kriteria sebaris: nama; bobot; petunjuk juri. Kriteria bernama sama mempertahankan cara menilainya; yang baru dinilai seperti kriteria pertama.',
  useList: 'Pakai daftar ini',
  name: 'Nama kriteria',
  entry: 'Cara juri menilai',
  entryNow: (how: string) => `Cara juri menilai: ${how}`,
  numbers: (min: string, max: string, step: string) => `${min} sampai ${max}, kelipatan ${step}`,
  byLevels: 'Memilih level dengan kata-kata',
  byNumber: 'Mengisi angka',
  levels: 'Level',
  levelsHint: 'Paling sedikit dua, satu level sebaris. Misalnya: 3 = Baik, sudah ditiru daerah lain.',
  min: 'Nilai terendah',
  max: 'Nilai tertinggi',
  step: 'Kelipatan',
  hint: 'Petunjuk untuk juri',
  remove: 'Hapus kriteria ini',
  valueNow: (scale: string, jurors: string) => `Cara menghitung nilai juri: ${scale}; paling sedikit ${jurors} juri`,
  scale: 'Skala',
  scaleExample: (name: string, min: string, low: string, max: string, high: string) => `Contoh ${name}: ${min} bernilai ${low}; ${max} bernilai ${high}.`,
  percent: 'Bobot adalah persen; ingatkan bila jumlahnya bukan 100',
  minJurors: 'Paling sedikit juri yang menilai',
  aggregate: 'Menggabungkan lembar juri',
  trim: 'Potong di tiap ujung (%)',
  trimHint: 'Hanya untuk rata-rata tanpa nilai ujung.',
  decimals: 'Angka di belakang koma',
  rankOn: 'Peringkat memakai',
  save: 'Simpan rubrik',
  lookAgain: 'Periksa dulu',
  sure: 'Saya sudah membaca peringatan ini dan rubrik ini memang dimaksudkan.',
  hintOf: (hint: string) => `Petunjuk juri: ${hint}`,
  asExcel: 'Unduh sebagai Excel',
  asJson: 'Unduh untuk sistem lain (JSON)',
  fromFile: 'Ambil dari berkas',
  fileHint: 'Excel (.xlsx) seperti hasil unduhan halaman ini, atau JSON. Isinya diperiksa dan ditampilkan di formulir; belum ada yang tersimpan.',
  read: 'Periksa berkas',
  readDone: 'Isi berkas sudah masuk ke formulir di bawah. Periksa, tulis alasan, lalu simpan.',
  fileTitle: (category: string) => `Ambil rubrik ${category} dari berkas`,
  file: 'Berkas rubrik',
} as const;

/** The warnings about a rubric that needs a second look, from the facts of its refusal. */
export function rubricWarnings({ sum, best, ladder, hints }: Facts): readonly string[] {
  const list = (fact: Facts[string] | undefined) => (Array.isArray(fact) ? fact.map(String) : []);
  const changed = list(ladder);
  return [
    ...(sum ? [`Jumlah bobot ${formatDecimal(String(sum))}, padahal rubrik ini ditandai persen.`] : []),
    ...(best
      ? [
          `Nilai juri paling tinggi hanya ${formatDecimal(String(best))} dari 100, karena skalanya "${scaleChoiceWords.raw}". Pilih skala "${scaleChoiceWords.max}" agar nilai tertinggi menjadi 100.`,
        ]
      : []),
    ...changed.flatMap((old, at) => (at % 2 === 0 ? [ladderWarning(old, changed[at + 1] ?? '')] : [])),
    ...list(hints).map((name) => `Petunjuk juri pada "${name}" masih petunjuk kriteria yang lama. Periksa isinya.`),
  ];
}

function ladderWarning(old: string, now: string): string {
  return now === '' ? `Kriteria "${old}" dihapus, jadi keluar dari urutan seri.` : `Langkah "${old}" dalam urutan seri menjadi "${now}".`;
}
