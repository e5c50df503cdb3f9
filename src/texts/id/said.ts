// What a page says once after an act was done, and the sentences that must be ticked before one that cannot be undone.

import { fullStop } from './format.ts';

const after = {
  saved: () => 'Tersimpan.',
  'taken-in': (name: string) => `Tabel sudah masuk: ${name}.`,
  'password-set': (name: string) => `Kata sandi tersimpan. ${fullStop(`Anda masuk sebagai ${name}`)}`,
  computed: () => 'Hasil dihitung.',
  decided: () => 'Putusan pleno tercatat.',
  absent: () => 'Tercatat tidak dinilai.',
  reopened: () => 'Lembar dibuka kembali.',
  signed: () => 'Hasil ditandatangani.',
  stated: () => 'Pernyataan Anda tercatat.',
  'key-enrolled': () => 'Kunci tanda tangan terdaftar.',
  'key-waits': () => 'Kunci tanda tangan terdaftar. Minta sekretariat, admin, atau ketua juri mengonfirmasinya.',
  'key-ended': () => 'Kunci tanda tangan diakhiri.',
  'key-confirmed': (name: string) => `Kunci ${name} dikonfirmasi.`,
  certified: (name: string) => `Hasil ${name} ditetapkan.`,
  published: (name: string) => `Hasil ${name} diumumkan.`,
  listed: () => 'Daftar dihitung.',
  cut: () => 'Putusan seri tersimpan.',
  announced: (name: string) => `Finalis ${name} diumumkan.`,
  sent: (approver: string) => fullStop(`Usulan terkirim ke ${approver}`),
  withdrawn: () => 'Keikutsertaan dibatalkan.',
  approved: () => 'Usulan disetujui dan dikirim ke sekretariat.',
  returned: () => 'Usulan dikembalikan ke inovator.',
  assigned: () => 'Verifikator ditugaskan.',
  undone: () => 'Dibatalkan. Tidak ada yang diberi tahu.',
  released: () => 'Penugasan verifikator dilepas.',
  verdict: () => 'Putusan tersimpan.',
  begun: () => 'Verifikasi dimulai.',
  verified: (name: string) => `Verifikasi ${name} selesai.`,
  repair: (name: string) => `Permintaan perbaikan ${name} dikirim.`,
  window: (name: string) => `Waktu ${name} tersimpan.`,
  opened: (name: string) => `Dibuka sekarang: ${name}.`,
  windows: (count: string) => `Waktu ${count} tahap tersimpan.`,
  backupKey: () => 'Kunci cetak tercatat. Mulai cadangan berikutnya kunci ini membukanya.',
  edition: (name: string) => `Edisi baru dibuat: ${name}. Periksa waktu setiap tahap sebelum tahap pertama dibuka.`,
  category: (name: string) => `Kategori ${name} ditambahkan. Berikutnya sesuaikan rubrik juri, lalu ketentuan: urutan seri memilih dari kriteria rubrik.`,
  'category-own': (name: string) => `Kategori ${name} ditambahkan dengan rubriknya. Berikutnya periksa ketentuan: ambang, finalis, dan urutan seri.`,
  rules: () => 'Ketentuan tersimpan.',
  rubric: () => 'Rubrik tersimpan.',
  'rubric-ladder': () => 'Rubrik tersimpan. Kriteria dalam urutan seri berubah: periksa Urutan seri nilai akhir pada ketentuan.',
  juror: () => 'Juri ditunjuk. Perannya berlaku sesudah orang kedua mengonfirmasi.',
  'access-confirmed': () => 'Dikonfirmasi dan berlaku sekarang.',
  'access-stopped': () => 'Dihentikan. Tidak berlaku.',
  'access-reviewed': () => 'Daftar tercatat sudah Anda periksa.',
  'juror-released': () => 'Juri dilepas dari dewan.',
  pact: () => 'Pernyataan terkirim.',
  sealed: () => 'Lembar dikunci.',
  conflict: () => 'Benturan kepentingan dinyatakan. Lembar ditutup.',
} as const satisfies Readonly<Record<string, (name: string) => string>>;

export type SaidKey = keyof typeof after;

/** The sentence of a key with the name it is about; null for a key nobody wrote. */
export function saidWords(key: string, name: string): string | null {
  return Object.hasOwn(after, key) ? after[key as SaidKey](name) : null;
}

export const sureTexts = {
  approve: 'Saya menyetujui: usulan dikirim ke sekretariat dan isiannya terkunci. Persetujuan tidak dapat dibatalkan.',
  announce: 'Saya mengerti: daftar finalis tampil di halaman umum dan tidak dapat dihitung ulang atau dibatalkan.',
  sign: 'Saya mengerti: tanda tangan ini melekat pada hasil dengan kode di atas dan tidak dapat dibatalkan.',
  state: 'Saya menyatakan hasil dengan kode di atas benar. Pernyataan ini tidak dapat dibatalkan.',
  certify: 'Saya mengerti: sesudah ditetapkan hasil dan peringkat terkunci, dan penetapan tidak dapat dibatalkan.',
  publish: 'Saya mengerti: nilai dan peringkat langsung tampil di halaman umum, dan pengumuman tidak dapat dibatalkan.',
} as const;
