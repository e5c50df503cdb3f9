// Words of the page that answers codes, and of the receipt a juror keeps.

import type { ReceiptState } from '../../domain/proof/receipt-answer.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import type { Refusals } from './say.ts';

export const checkRefusals: Refusals = {
  'publication.broken': () => 'Isi pengumuman tidak lagi sama dengan hasil yang ditetapkan. Hubungi pengelola sistem dan inspektorat.',
};

export const checkTexts = {
  title: 'Cek keaslian',
  code: 'Kode atau sidik',
  hint: 'Dari tanda terima juri atau dari halaman hasil. Huruf besar dan kecil sama saja, tanda hubung boleh ditinggalkan.',
  missing: 'Ketik kode, misalnya 8131-4CA5-C753-0E1F.',
  ask: 'Cek',
  tooMany: 'Terlalu banyak pengecekan dari jaringan ini. Tunggu lima menit, lalu coba lagi.',
  unknown: 'Tidak dikenal',
  unknownLead: (typed: string) => `Tidak ada tanda terima atau hasil dengan kode ${typed}.`,
  unknownHelp: 'Periksa lagi tiap hurufnya. Huruf O dan angka 0, huruf I dan angka 1 boleh tertukar.',
  unknownStill: 'Masih tidak dikenal? Perlihatkan kodenya kepada sekretariat. Jangan anggap palsu sebelum diperiksa.',
  promises: 'Yang dijamin halaman ini',
  promiseResult: 'Hasil dihitung ulang sekarang dari lembar yang dikunci juri, lalu dibandingkan dengan yang diumumkan.',
  promiseReceipt: 'Tanda terima dijawab tanpa menyebut nilai, juri, atau usulannya.',
  promiseTime: (clock: string) => `Jawaban berlaku saat ini, pukul ${clock}.`,
  limit: 'Bukan tanda tangan elektronik. Untuk memeriksa tanpa mempercayai server ini, hitung ulang bundelnya.',
  verify: 'Periksa bundel hasil',
  rows: {
    title: 'Judul',
    edition: 'Edisi',
    version: 'Versi',
    certified: 'Ditetapkan',
    published: 'Diumumkan',
    sealed: 'Dikunci',
    code: 'Kode keaslian hasil',
    digest: 'Sidik',
    sheetDigest: 'Sidik lembar',
  },
  resultOf: (category: string, year: number) => `Hasil ${category} ${year}`,
  toResult: 'Lihat halaman hasil',
  toNewest: 'Lihat penggantinya',
  compare: 'Cocokkan kategori, tahun, versi, dan kodenya dengan kertas di tangan Anda. Bila satu saja berbeda, kertas itu bukan hasil ini.',
  compareDigest: 'Cocokkan sidik ini dengan yang tertera pada tanda terima Anda.',
  differs: 'Yang berbeda',
  whatToDo: 'Jangan pakai hasil ini sebelum diperiksa. Simpan halaman ini, lalu sampaikan kepada inspektorat dan sekretariat.',
} as const;

/** The three answers of a result: the word, and what it means. */
export const resultAnswers = {
  valid: ['Sah', 'Hasil ini diumumkan, masih berlaku, dan cocok dengan lembar yang dikunci juri.'],
  replaced: ['Digantikan', 'Hasil ini pernah diumumkan. Ada versi yang lebih baru.'],
  broken: ['Tidak cocok', 'Data hasil ini berubah sesudah dikunci.'],
} as const;

export const receiptAnswers: Readonly<Record<ReceiptState, readonly [string, string]>> = {
  recorded: ['Tercatat', 'Lembar dengan tanda terima ini sudah dikunci. Sesudah hasil diumumkan, halaman ini menjawab apakah lembar itu yang dihitung.'],
  counted: ['Dihitung', 'Lembar yang dihitung dalam hasil yang diumumkan adalah lembar dengan tanda terima ini.'],
  replaced: ['Digantikan', 'Lembar ini dibuka kembali oleh ketua juri, lalu dikunci lagi. Yang dihitung adalah lembar dengan tanda terima yang lebih baru.'],
  absent: ['Tidak dihitung', 'Lembar ini dibuka kembali oleh ketua juri dan dicatat tidak dinilai. Tidak ada nilainya dalam hasil.'],
  'not-counted': ['Tidak cocok', 'Lembar ini terkunci, tetapi tidak dihitung dalam hasil yang diumumkan. Sampaikan kepada inspektorat.'],
  'result-broken': ['Tidak cocok', 'Data hasil kategori ini berubah sesudah dikunci. Sampaikan kepada inspektorat.'],
};

/** What differs, for the public: the entry, never the juror's code. */
export function differences({ code, facts }: Refusal): readonly string[] {
  if (code === 'seal.broken') {
    const entries = Array.isArray(facts.sheets) ? facts.sheets.map((name) => String(name).split(' ').at(-1) ?? '') : [];
    const what = Array.isArray(facts.what) ? facts.what : [];
    return [
      ...new Set(
        entries.map(
          (entry, at) => `Satu lembar juri untuk ${entry === '?' ? 'usulan yang tidak dikenal' : entry}: ${SEAL_FAULTS[String(what[at])] ?? 'tidak cocok'}.`,
        ),
      ),
    ];
  }
  return [OTHER_FAULTS[code] ?? 'Susunan lembar, finalis, atau aturannya tidak lagi dapat dihitung seperti waktu diumumkan.'];
}

export const SEAL_FAULTS: Readonly<Record<string, string>> = {
  text: 'naskah yang dikunci rusak',
  digest: 'sidiknya tidak cocok',
  scores: 'nilai atau catatannya diubah',
  history: 'riwayat isiannya diubah',
  ledger: 'tidak cocok dengan jejak',
  receipt: 'tidak cocok dengan tanda terimanya',
  gone: 'lembarnya hilang',
  state: 'statusnya tidak cocok dengan jejak',
  recusal: 'benturan kepentingannya tidak ada dalam jejak',
};

const OTHER_FAULTS: Readonly<Record<string, string>> = {
  'result.digest-broken': 'Angka atau masukan yang dibekukan diubah.',
  'result.stale': 'Masukannya tidak lagi sama dengan lembar yang dikunci, nilai meja, aturan, atau susunan juri.',
  'publication.broken': 'Isi pengumuman diubah.',
};

export const receiptTexts = {
  title: 'Tanda terima lembar',
  lead: 'Simpan kode ini: gambar, cetak, atau kirim kepada diri sendiri. Sesudah hasil diumumkan, kode ini menjawab apakah lembar Anda yang dihitung. Nilai Anda tidak ikut.',
  sealed: 'Dikunci',
  entry: 'Usulan',
  digest: 'Sidik lembar',
  qr: 'Kode QR untuk mengecek tanda terima ini',
  share: 'Teks tanda terima',
  whatsApp: 'Kirim lewat WhatsApp',
  next: 'Kembali ke daftar lembar',
  toReceipt: 'Lihat tanda terima',
  toSheet: 'Lihat lembar',
  older: 'Tanda terima sebelumnya',
  olderLead: 'Lembar ini pernah dibuka kembali. Kode lama tidak lagi berlaku untuk lembar yang dihitung.',
  none: 'Lembar ini dikunci sebelum tanda terima ada. Simpan sidiknya; sesudah hasil diumumkan, cocokkan dengan bundel hasil.',
  words: ({ region, number, code, digest, at, address }: Readonly<Record<'region' | 'number' | 'code' | 'digest' | 'at' | 'address', string>>) =>
    `Tanda terima lembar penilaian ${region}\nUsulan ${number}\nKode ${code}\nDikunci ${at}\nSidik ${digest}\nCek: ${address}`,
} as const;
