// Words of the rubric editor.

import type { Rubric, Scale } from '../../domain/instrument/rubric.ts';

export const scaleChoiceWords: Readonly<Record<Scale, string>> = {
  raw: 'Nilai dipakai apa adanya, 0 sampai 100',
  max: 'Dibagi nilai tertinggi',
  minmax: 'Terendah menjadi 0, tertinggi menjadi 100',
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
  newCriterion: 'Kriteria baru',
  name: 'Nama kriteria',
  entry: 'Cara juri menilai',
  byLevels: 'Memilih tingkat dengan kata-kata',
  byNumber: 'Mengisi angka',
  levels: 'Tingkat',
  levelsHint: 'Untuk penilaian bertingkat. Satu tingkat sebaris, misalnya: 3 = Baik, sudah ditiru daerah lain.',
  numberDetails: 'Rentang angka dan petunjuk',
  allDetails: 'Rentang angka, petunjuk, atau tingkat dengan kata-kata',
  min: 'Nilai terendah',
  max: 'Nilai tertinggi',
  step: 'Kelipatan',
  hint: 'Petunjuk untuk juri',
  remove: 'Hapus kriteria ini',
  value: 'Cara menghitung nilai juri',
  scale: 'Skala',
  lowest: (min: string, max: string, value: string) => `Terendah (${min} dari ${max}) bernilai ${value}.`,
  percent: 'Bobot adalah persen; ingatkan bila jumlahnya bukan 100',
  minJurors: 'Paling sedikit juri yang menilai',
  aggregate: 'Menggabungkan lembar juri',
  trim: 'Potong di tiap ujung (%)',
  trimHint: 'Hanya untuk rata-rata tanpa nilai ujung.',
  decimals: 'Angka di belakang koma',
  rankOn: 'Peringkat memakai',
  save: 'Simpan rubrik',
  saveAnyway: (sum: string) => `Simpan dengan jumlah ${sum}`,
  asExcel: 'Unduh sebagai Excel',
  asJson: 'Unduh sebagai JSON',
  fromFile: 'Ambil dari berkas',
  fileHint: 'Excel (.xlsx) seperti hasil unduhan halaman ini, atau JSON. Isinya diperiksa dan ditampilkan di formulir; belum ada yang tersimpan.',
  read: 'Periksa berkas',
  readDone: 'Isi berkas sudah masuk ke formulir di bawah. Periksa, tulis alasan, lalu simpan.',
  fileTitle: (category: string) => `Ambil rubrik ${category} dari berkas`,
  file: 'Berkas rubrik',
} as const;
