// Words around signing keys and signatures. An act without a signing key is a statement (pernyataan) and is never called a signature.

import type { Refusals } from './say.ts';

export const signingRefusals: Refusals = {
  'signature.malformed': () => 'Jawaban kunci tanda tangan tidak terbaca. Muat ulang halaman ini, lalu tanda tangani lagi.',
  'signature.key-unknown': () =>
    'Kunci itu bukan kunci tanda tangan Anda. Pakai kunci yang terdaftar di Akun saya, bagian Kunci tanda tangan; kunci untuk masuk tidak dapat menandatangani.',
  'signature.key-not-valid-then': () =>
    'Kunci tanda tangan ini belum dikonfirmasi orang kedua, atau sudah diakhiri. Periksa daftarnya di Akun saya, bagian Kunci tanda tangan.',
  'signature.wrong-capacity': () => 'Kunci ini terdaftar untuk kedudukan lain pada kategori ini.',
  'signature.wrong-kind': () => 'Jawaban ini bukan tanda tangan. Muat ulang halaman ini, lalu tanda tangani lagi.',
  'signature.signs-something-else': () => 'Tanda tangan ini untuk hasil lain. Muat ulang halaman ini, cocokkan kode hasilnya, lalu tanda tangani lagi.',
  'signature.wrong-site': () => 'Kunci ini dibuat di alamat lain. Buka alamat tempat kunci dibuat, atau daftarkan kunci baru di alamat ini.',
  'signature.nobody-there': () => 'Kunci tidak memastikan bahwa Anda sendiri yang menandatangani. Buka kuncinya dengan sidik jari, wajah, atau PIN.',
  'signature.key-there': () =>
    'Anda mempunyai kunci tanda tangan yang berlaku. Tanda tangani dengan kunci itu; bila hilang atau tidak dapat dipakai lagi, akhiri dahulu di Akun saya, bagian Kunci tanda tangan.',
  'signing-key.invalid': () => 'Periksa isian yang ditandai.',
  'signing-key.too-many': ({ max }) => `Paling banyak ${max} kunci tanda tangan yang berlaku. Akhiri yang tidak dipakai.`,
  'signing-key.not-found': () => 'Kunci ini tidak ada, atau tidak menunggu konfirmasi Anda.',
  'signing-key.own': () => 'Kunci sendiri dikonfirmasi orang lain.',
  'signing-key.ended': () => 'Kunci ini sudah diakhiri.',
  'signing-key.reason-missing': ({ max }) => `Isi alasannya, 3 sampai ${max} huruf.`,
  'signature.does-not-hold': () => 'Tanda tangan tidak cocok dengan kunci yang terdaftar. Coba lagi; bila berulang, hubungi sekretariat.',
};

/** What an act was: by a signing key, or through the account. */
export function wayWords(isSignature: boolean): string {
  return isSignature ? 'tanda tangan' : 'pernyataan';
}

/** How a result was stood for, under a name and before its time. */
export function attestedWords({ assertion, confirmedWith }: { readonly assertion: unknown; readonly confirmedWith: string | null }): string {
  if (assertion !== null) return 'Tanda tangan dengan kunci';
  if (confirmedWith === null) return 'Pernyataan lewat akun';
  return confirmedWith === 'password' ? 'Pernyataan dengan kata sandi' : 'Pernyataan dengan kata sandi dan pengaman kedua';
}

export const CAPACITY_WORDS = { juror: 'anggota', chair: 'ketua juri', leader: 'pimpinan' } as const;

export const signingTexts = {
  part: 'Pernyataan juri',
  places: 'Tiga besar menurut hasil ini',
  compare: 'Cocokkan tiga besar dan kode hasil ini dengan yang tampil di ruang pleno.',
  sign: 'Tanda tangani dengan kunci',
  certify: 'Tetapkan dengan tanda tangan kunci',
  state: 'Nyatakan hasil ini benar',
  waitsForTie: 'Pernyataan juri dibuka sesudah seri diputuskan.',
  noKey: 'Anda belum mempunyai kunci tanda tangan, jadi yang tercatat adalah pernyataan lewat akun Anda, bukan tanda tangan.',
  makeKey: 'Buat kunci tanda tangan',
  otherSite: (origins: string) =>
    `Kunci tanda tangan Anda dibuat di ${origins}. Buka halaman ini di alamat itu untuk menandatangani, atau akhiri kunci itu bila tidak dapat dipakai lagi.`,
  waitsForSecond: 'Kunci tanda tangan Anda dibuat sesudah presentasi dibuka dan menunggu konfirmasi sekretariat, admin, atau ketua juri.',
  needsScript: 'Menandatangani dengan kunci memerlukan JavaScript dan sambungan HTTPS.',
  sent: 'Tiga besar dan kode hasil dikirim juga kepada Anda, supaya tanda tangan atau pernyataan yang bukan dari Anda ketahuan.',
} as const;

export const signingKeyTexts = {
  title: 'Kunci tanda tangan',
  lead: 'Kunci ini dipakai hanya untuk menandatangani atau menetapkan hasil, dengan sidik jari, wajah, atau PIN perangkat Anda. Kunci untuk masuk tidak dapat menandatangani, dan kunci ini tidak dapat dipakai masuk.',
  why: 'Dengan kunci, siapa pun dapat memastikan kelak bahwa Anda sendiri yang menandatangani hasil itu, tanpa mempercayai server ini. Tanpa kunci, yang tercatat adalah pernyataan lewat akun.',
  none: 'Belum ada kunci.',
  add: 'Daftarkan kunci',
  name: 'Nama kunci',
  nameHint: 'Supaya Anda mengenalinya nanti, misalnya Ponsel pribadi.',
  late: 'Presentasi sudah dibuka. Kunci yang didaftarkan sekarang baru dapat dipakai sesudah dikonfirmasi orang kedua, dan ditandai begitu pada daftar kunci.',
  end: 'Akhiri kunci',
  endReason: 'Mengapa diakhiri',
  endHint: 'Misalnya: ponsel hilang. Tanda tangan yang sudah dibuat tetap sah.',
  site: 'Hanya dapat dipakai di',
  states: { serves: 'dapat dipakai', waits: 'menunggu konfirmasi orang kedua', ended: 'diakhiri' },
  listTitle: (year: number) => `Kunci tanda tangan ${year}`,
  listLead:
    'Siapa yang menandatangani dan menetapkan hasil, dan dengan kunci mana. Cetak sebelum presentasi dan simpan di luar sistem: sidik daftar inilah yang membuktikan kelak bahwa kuncinya tidak ditukar.',
  digest: 'Sidik daftar kunci',
  noKey: 'tanpa kunci: pernyataan lewat akun',
  afterOpening: 'didaftarkan sesudah presentasi dibuka',
  confirmedBy: (name: string) => `dikonfirmasi ${name}`,
  confirm: 'Konfirmasi kunci',
  confirmLead: 'Pastikan dahulu kepada orangnya, bertemu langsung, bahwa kode kuncinya sama.',
} as const;

export const passkeyPlaceTexts = {
  title: 'Kunci sandi tidak dapat dipakai di alamat ini',
  address: 'Peramban hanya menerima kunci sandi di alamat bernama, bukan angka.',
  plain: 'Peramban hanya menerima kunci sandi lewat HTTPS.',
  here: 'Bila sistem berjalan di komputer ini, buka',
  elsewhere: 'Dari perangkat lain, pakai alamat HTTPS yang diberikan admin.',
} as const;
