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
  'signature.does-not-hold': () => 'Tanda tangan tidak cocok dengan kunci yang terdaftar. Coba lagi; bila berulang, hubungi sekretariat.',
};
