// Words of the room people: sign-in, invitations, seats.

import type { Refusals } from './say.ts';

export const peopleRefusals: Refusals = {
  'permission.denied': () => 'Akun Anda tidak berwenang melakukan ini. Bila seharusnya berwenang, hubungi admin.',
  'field.length': ({ max }) => `Isi 1 sampai ${max} huruf.`,
  'field.required': () => 'Isian ini wajib.',
  'agency.exists': () => 'Perangkat daerah dengan nama ini sudah ada.',
  'agency.invalid': () => 'Periksa isian perangkat daerah.',
  'person.invalid': () => 'Periksa isian orang.',
  'person.name-form': ({ max }) => `Tulis nama lengkap, paling banyak ${max} huruf.`,
  'person.exists': () => 'NIP atau surel ini sudah dipakai akun lain. Cari namanya di daftar, lalu buat tautan baru untuknya.',
  'person.nip-form': () => 'NIP terdiri atas 18 angka tanpa spasi.',
  'person.email-form': () => 'Tulis surel seperti nama@kantor.go.id.',
  'person.needs-address': () => 'Isi NIP atau surel; salah satunya dipakai untuk masuk.',
  'person.not-found': () => 'Orang ini tidak ada di daftar.',
  'person.wrong-password': () => 'NIP atau surel dan kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.',
  'person.sign-in-empty': () => 'Isi NIP atau surel dan kata sandi Anda.',
  'person.account-missing': () => 'Isi NIP atau surel Anda.',
  'person.password-missing': () => 'Isi kata sandi Anda.',
  'person.closed': () => 'Akun orang ini ditutup. Buka lagi akunnya dahulu.',
  'person.step-over': () => 'Waktu memasukkan kode sudah lewat. Masuk lagi dengan kata sandi.',
  'person.wrong-code': () => 'Kode ini tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu ketik lagi.',
  'person.proof-needed': () => 'Ketik kata sandi Anda untuk memastikan ini Anda.',
  'person.wrong-proof': () => 'Kata sandi atau kode ini tidak cocok. Ketik lagi.',
  'sso.off': () => 'Masuk dengan akun kantor sedang tidak dipakai. Pakai kata sandi, atau hubungi admin.',
  'sso.unknown-person': () => 'Akun kantor ini belum terdaftar di BAILANG. Minta undangan kepada admin, dengan NIP atau surel yang sama.',
  'sso.linked-otherwise': () => 'Orang ini sudah tertaut ke akun kantor lain. Minta admin melepas tautannya.',
  'sso.other-person': () => 'Akun kantor yang dipakai milik orang lain. Pakai akun kantor Anda sendiri.',
  'sso.trip-over': () => 'Waktu masuk dengan akun kantor sudah lewat. Mulai lagi.',
  'sso.unreachable': () => 'Penyedia akun kantor tidak menjawab. Coba lagi sebentar lagi, atau pakai kata sandi.',
  'sso.refused': () => 'Penyedia akun kantor menolak, atau Anda membatalkannya. Coba lagi, atau pakai kata sandi.',
  'sso.answer': () => 'Jawaban penyedia akun kantor tidak sah. Coba lagi; bila tetap gagal, sampaikan kepada admin.',
  'passkey.invalid': () => 'Periksa isian kunci sandi.',
  'passkey.refused': () => 'Kunci sandi ini tidak dikenal, atau jawabannya tidak sah atau sudah terlalu lama. Coba lagi.',
  'factor.already-on': () => 'Pengaman kedua sudah terpasang. Lepas dahulu bila ingin memasangnya di ponsel lain.',
  'factor.not-begun': () => 'Mulai pemasangan dari awal: pindai kode QR yang baru.',
  'factor.none': () => 'Pasang pengaman kedua lebih dahulu.',
  'person.too-many-tries': ({ minutes }) => `Terlalu banyak percobaan. Tunggu ${minutes} menit, atau minta tautan baru kepada admin.`,
  'password.invalid': () => 'Kata sandi belum dapat dipakai.',
  'password.too-short': ({ min }) => `Pakai paling sedikit ${min} huruf. Beberapa kata lebih mudah diingat daripada tanda baca.`,
  'password.too-long': ({ max }) => `Pakai paling banyak ${max} huruf.`,
  'password.differs': () => 'Ketik kata sandi yang sama dua kali.',
  'link.not-found': () => 'Tautan ini sudah dipakai atau sudah lewat masanya. Minta tautan baru kepada admin.',
  'person.seat-invalid': () => 'Periksa isian jabatan dan peran.',
  'person.last-admin': () => 'Ini satu-satunya admin. Beri peran admin kepada orang lain lebih dahulu.',
  'person.holds-seats': ({ seats }) =>
    `Orang ini masih memegang ${(seats as readonly string[]).join('; ')}. Serah terimakan atau akhiri jabatannya lebih dahulu.`,
  'person.oneself': () => 'Akun Anda sendiri tidak dapat ditutup dari sini.',
  'person.role-unknown': () => 'Pilih satu peran.',
  'agency.not-found': () => 'Pilih perangkat daerah dari daftar.',
};

export const proofTexts = {
  label: 'Kata sandi Anda',
  hint: 'Untuk memastikan ini Anda. Boleh juga enam angka dari aplikasi autentikator.',
  other: 'Pastikan dengan cara lain',
} as const;

export const factorTexts = {
  title: 'Pengaman kedua',
  lead: 'Kata sandi yang bocor tidak cukup untuk masuk bila ada pengaman kedua: enam angka yang berganti tiap 30 detik di ponsel, atau kunci sandi.',
  neededTitle: 'Peran Anda memerlukan pengaman kedua',
  needed: 'Pasang dahulu, lalu lanjutkan pekerjaan Anda. Pemasangan selesai dalam dua menit.',
  begin: 'Mulai memasang',
  install: 'Buka aplikasi autentikator di ponsel, misalnya Google Authenticator, Microsoft Authenticator, atau Aegis.',
  scan: 'Pilih tambah akun, lalu pindai kode ini.',
  byHand: 'Tidak dapat memindai? Ketik kunci ini di aplikasi:',
  type: 'Ketik enam angka yang tampil.',
  codesTitle: 'Kode pemulihan',
  codesOnce: 'Setiap kode berlaku satu kali, untuk masuk saat ponsel tidak ada. Kode ini tidak ditampilkan lagi; yang lama tidak berlaku.',
} as const;

export const factorWords = {
  password: 'kata sandi',
  'time-code': 'kata sandi dan kode',
  'recovery-code': 'kata sandi dan kode pemulihan',
  passkey: 'kunci sandi',
  sso: 'akun kantor',
} as const;
