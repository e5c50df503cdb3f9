// Words of the room result: computing, ties, signing, certifying.

import { formatList } from './format.ts';
import type { Refusals } from './say.ts';

const list = (value: unknown) => formatList(Array.isArray(value) ? value.map(String) : []);
const broken = (what: string) => () => `${what} Hasil tidak dihitung. Hubungi sekretariat.`;

export const resultRefusals: Refusals = {
  'result.no-finalists': () => 'Finalis kategori ini belum diumumkan, jadi belum ada yang dihitung.',
  'result.rules-missing': () => 'Aturan atau rubrik kategori ini belum ditetapkan.',
  'result.sheets-open': ({ pairs }) =>
    `Masih ada lembar yang belum dikunci: ${list(pairs)}. Tunggu jurinya, atau ketua mencatatnya tidak dinilai dengan alasan.`,
  'result.rubric-differs': ({ pairs }) =>
    `Lembar ini dikunci menurut rubrik versi lama: ${list(pairs)}. Ketua membukanya, lalu jurinya menyatakan benturan atau ketua mencatatnya tidak dinilai.`,
  'result.not-found': () => 'Hasil ini tidak ada.',
  'result.stale': () => 'Ada lembar atau putusan yang berubah sesudah hasil ini dihitung. Hitung lagi, lalu periksa.',
  'result.digest-differs': () => 'Sidik yang Anda lihat bukan sidik hasil terbaru. Muat ulang halaman, lalu periksa lagi.',
  'result.no-bundle': () => 'Hasil ini belum mempunyai bundel.',
  'result.bundle-broken': ({ place }) =>
    `Bundel hasil ini tidak dapat dihitung ulang (${place}). Hasil belum diumumkan; sampaikan tempat itu kepada pengelola sistem.`,
  'result.digest-broken': () => 'Hitungan ulang dari masukan yang dibekukan tidak sama dengan hasil ini. Jangan tetapkan; hubungi pengelola sistem.',
  'result.replaced': () => 'Hasil ini sudah diganti versi yang lebih baru.',
  'result.unresolved': ({ entries }) => `Seri belum diputuskan: ${list(entries)}. Ketua juri mencatat putusan pleno lebih dahulu.`,
  'result.already-certified': () => 'Hasil ini sudah ditetapkan.',
  'result.already-signed': () => 'Sudah ada juri yang menyatakan hasil ini benar, jadi lembar tidak dapat dibuka lagi.',
  'result.already-published': () => 'Hasil ini sudah diumumkan.',
  'result.not-a-signer': () => 'Pernyataan Anda tidak diperlukan: tidak ada lembar Anda yang dihitung.',
  'result.not-signed': ({ missing }) => `Masih menunggu pernyataan ${missing} juri.`,
  'result.certifier-computed': () => 'Anda yang menghitung hasil ini. Penetapan dilakukan orang lain.',
  'result.certifier-signed': () => 'Anda menyatakan hasil ini benar sebagai juri. Penetapan dilakukan pimpinan lain.',
  'result.certifier-heads-finalist': () => 'Perangkat daerah yang Anda pimpin mempunyai finalis. Penetapan dilakukan bupati atau sekretaris daerah.',
  'result.not-certified': () => 'Hasil ini belum ditetapkan pimpinan.',
  'result.publisher-certified': () => 'Anda yang menetapkan hasil ini. Pengumuman dilakukan orang lain.',
  'result.decree-too-long': ({ max }) => `Nomor keputusan paling banyak ${max} huruf.`,
  'result.shares-invalid': broken('Bagian nilai meja dan juri tidak terbaca.'),
  'result.desk-invalid': broken('Ada nilai meja yang tidak terbaca.'),
  'result.winners-invalid': broken('Jumlah pemenang tidak terbaca.'),
  'result.duplicate-entry': broken('Ada finalis yang tercatat dua kali.'),
  'result.unknown-entry': broken('Ada lembar untuk usulan yang bukan finalis.'),
  'result.duplicate-sheet': broken('Ada dua lembar untuk satu juri dan satu finalis.'),
  'result.unknown-criterion': broken('Ada nilai untuk kriteria yang tidak ada pada rubrik.'),
  'ladder.unknown-step': broken('Tangga seri memuat langkah yang tidak dikenal.'),
  'ladder.duplicate-step': broken('Tangga seri memuat satu langkah dua kali.'),
  'decision.invalid': () => 'Putusan harus menyebut setiap usulan yang seri tepat satu kali.',
  'decision.not-waited-for': () => 'Seri itu tidak menunggu putusan. Muat ulang halaman.',
  'decision.act-missing': () => 'Isi nomor berita acara.',
  'decision.reason-missing': () => 'Isi alasan. Alasan dibacakan dan dicetak di berita acara.',
};

const STEPS: Readonly<Record<string, string>> = {
  jury: 'Nilai juri',
  desk: 'Nilai meja',
  exact: 'Nilai akhir tanpa pembulatan',
  median: 'Median nilai juri',
  wins: 'Saling banding antarjuri',
  decision: 'Putusan pleno',
  lot: 'Undian',
};

/** The name of a step of the ladder. */
export function stepName(step: string, criteria: readonly { readonly code: string; readonly name: string }[]): string {
  if (!step.startsWith('criterion:')) return STEPS[step] ?? step;
  const code = step.slice('criterion:'.length);
  return `Kriteria ${criteria.find((one) => one.code === code)?.name ?? code}`;
}

export const RESULT_STATES = {
  computed: 'Menunggu pernyataan juri',
  signed: 'Menunggu penetapan',
  certified: 'Ditetapkan, belum diumumkan',
  published: 'Sudah diumumkan',
  replaced: 'Diganti versi baru',
} as const;

export const BLOCKED_WORDS: Readonly<Record<string, string>> = {
  'few-jurors': 'Lembar yang dihitung kurang dari jumlah juri paling sedikit.',
  'no-desk': 'Nilai meja tidak ada.',
};

export const plenaryTexts = {
  notOpen: 'Nilai, rata-rata, dan urutan tertutup sampai tahap pleno dibuka. Di sini hanya keadaan lembar.',
  jurorNotOpen: 'Nilai, rata-rata, dan urutan tertutup sampai tahap pleno dibuka. Lembar Anda sendiri ada di Lembar saya.',
  jurorView: 'Rekap dibuka ketua juri di ruang pleno. Cocokkan kode hasil yang tampil di sana dengan kode hasil di halaman ini, lalu nyatakan.',
  jurorWaits: 'Hasil belum dihitung. Sesudah sekretariat atau ketua juri menghitung, Anda menyatakannya benar di halaman ini.',
  resultCode: (version: number) => `Kode hasil versi ${version}`,
  compute: 'Hitung hasil',
  computeAgain: 'Hitung lagi',
  certify: 'Tetapkan hasil',
  publish: 'Umumkan hasil',
  decide: 'Catat putusan pleno',
  reopen: 'Buka kembali lembar',
  absent: 'Catat tidak dinilai',
  rounding: 'Pembulatan: angka yang dicetak dibulatkan sekali dari nilai tepatnya, jadi penjumlahan angka cetak dapat berbeda pada angka terakhir.',
} as const;

/** Headings of the list of sheets. */
export const sheetListTexts = {
  download: 'Unduh lembar (CSV)',
  number: 'Nomor',
  entry: 'Usulan',
  juror: 'Juri',
  total: 'Total',
  band: 'Keterangan',
} as const;
