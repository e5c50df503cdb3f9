// Words about the keys that open backups.

import type { Refusals } from './say.ts';

export const backupKeyRefusals: Refusals = {
  'backup-key.none': () => 'Kunci itu sudah tidak ada. Muat ulang halaman Cadangan.',
  'backup-key.words-differ': () => 'Tiga kata itu belum sama dengan lembar kunci. Baca lagi dari kertasnya, bukan dari layar.',
  'backup-key.word-differs': ({ place }) => `Kata nomor ${place} berbeda dari lembar kunci.`,
  'backup-key.invalid': () => 'Penerima kedua belum dapat dicatat. Perbaiki isian yang ditandai.',
  'backup-key.label-missing': () => 'Isi nama pemegang kunci, misalnya Inspektorat.',
  'backup-key.recipient-invalid': () => 'Bukan kunci penerima. Bentuknya age1 diikuti 58 huruf dan angka; salin utuh dari pemegangnya.',
  'backup-key.taken': () => 'Kunci penerima itu sudah dipakai.',
};

export const backupKeyTexts = {
  title: 'Kunci cadangan',
  lead: 'Cadangan terkunci. Kunci cetak di brankas membukanya di mesin mana pun, juga bila mesin ini hilang.',
  unprotected:
    'Belum ada kunci cetak: cadangan hanya dapat dibuka dengan kunci folder data ini. Bila mesin ini hilang, cadangannya ikut tidak terbuka. Cetak kuncinya sekarang.',
  toPage: 'Cetak kunci cadangan',
  make: 'Buat kunci cetak',
  show: 'Tampilkan lembar kunci',
  sheet: 'Lembar kunci cadangan',
  once: 'Kunci ini hanya tampil sampai tiga katanya diketik kembali; sesudah itu tidak tersimpan di sini. Siapa pun yang memegangnya dapat membuka semua cadangan: simpan di brankas, jangan difoto.',
  use: 'Memulihkan: bailang restore BERKAS.tar.age --kunci "24 kata di atas". Berkasnya berbentuk age; alat age mana pun membukanya dengan kunci di kode QR.',
  typeBack: 'Ketik kembali dari kertas',
  word: (place: number) => `Kata nomor ${place}`,
  confirm: 'Kunci sudah di brankas',
  secondTitle: 'Penerima kedua',
  secondLead: 'Kantor lain, misalnya inspektorat atau provinsi, dapat memegang kuncinya sendiri: mereka menjalankan bailang key dan mengirim baris age1….',
  holder: 'Pemegang kunci',
  recipient: 'Kunci penerima (age1…)',
  add: 'Tambah penerima',
  end: 'Hentikan',
  printed: 'Kunci cetak',
  second: 'Penerima kedua',
  own: 'Kunci folder data',
  ownNote: 'diturunkan dari kunci-rahasia (atau BAILANG_SECRET); salinannya di tempat terpisah juga membuka cadangan',
  waiting: 'menunggu tiga kata diketik kembali',
  lastTried: 'Kunci cetak terakhir dicoba',
  neverTried: 'belum pernah; percobaan pulih berikutnya memintanya',
  due: 'Sudah lebih dari tiga bulan: percobaan pulih berikutnya meminta kunci cetak.',
} as const;

/** What the command line says about keys. */
export const keyCommandTexts = {
  words: 'Kunci harus 24 kata dari lembar kunci, atau satu baris AGE-SECRET-KEY-1…. Periksa ejaan dan urutannya.',
  needed:
    'Cadangan ini terkunci, dan kunci folder data ini tidak membukanya. Tidak ada yang dipulihkan. Ambil lembar kunci dari brankas, lalu tambahkan --kunci "24 kata", atau --kunci-berkas BERKAS (- untuk mengetiknya).',
  wrong: 'Kunci itu tidak membuka cadangan ini: kuncinya lain, atau awal berkasnya rusak. Tidak ada yang dipulihkan.',
  due: 'Kunci cetak belum dicoba dalam tiga bulan ini. Ambil lembar kunci dari brankas dan ulangi dengan --kunci "24 kata", atau --kunci-berkas BERKAS (- untuk mengetiknya).',
  doors: (sessions: number, links: number) =>
    `Semua orang masuk lagi: ${sessions} sesi diakhiri, ${links} tautan undangan dan kata sandi yang masih terbuka tidak berlaku lagi.`,
  made: (words: string, secret: string, recipient: string) =>
    `Kunci (simpan di brankas, tidak disimpan di sini):\n  ${words}\n  ${secret}\nKunci penerima (kirim kepada yang membuat cadangan):\n  ${recipient}\n`,
} as const;

/** At the door, for some days after a restore. */
export const restoredTexts = {
  title: 'Data dipulihkan dari cadangan',
  note: (when: string) =>
    `Pada ${when}. Semua orang masuk lagi, dan tautan undangan yang lama tidak berlaku: minta yang baru kepada admin. Periksa isian terakhir Anda.`,
} as const;
