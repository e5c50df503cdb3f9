// Words of the room people: sign-in, invitations, seats.

import type { Refusals } from './say.ts';

export const peopleRefusals: Refusals = {
  'permission.denied': () => 'Akun Anda tidak berwenang melakukan ini. Bila seharusnya berwenang, hubungi sekretariat.',
  'field.length': ({ max }) => `Isi 1 sampai ${max} huruf.`,
  'field.required': () => 'Isian ini wajib.',
  'agency.exists': () => 'Perangkat daerah dengan nama ini sudah ada.',
  'agency.invalid': () => 'Periksa isian perangkat daerah.',
  'person.invalid': () => 'Periksa isian orang.',
  'person.exists': () => 'NIP atau surel ini sudah dipakai akun lain. Cari namanya di daftar, lalu buat tautan baru untuknya.',
  'person.nip-form': () => 'NIP terdiri atas 18 angka tanpa spasi.',
  'person.email-form': () => 'Tulis surel seperti nama@kantor.go.id.',
  'person.needs-address': () => 'Isi NIP atau surel; salah satunya dipakai untuk masuk.',
  'person.not-found': () => 'Orang ini tidak ada di daftar.',
  'person.wrong-password': () => 'NIP atau surel dan kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.',
  'person.too-many-tries': ({ minutes }) => `Terlalu banyak percobaan. Tunggu ${minutes} menit, atau minta tautan baru kepada sekretariat.`,
  'password.invalid': () => 'Kata sandi belum dapat dipakai.',
  'password.too-short': ({ min }) => `Pakai paling sedikit ${min} huruf. Beberapa kata lebih mudah diingat daripada tanda baca.`,
  'password.too-long': ({ max }) => `Pakai paling banyak ${max} huruf.`,
  'password.differs': () => 'Ketik kata sandi yang sama dua kali.',
  'link.not-found': () => 'Tautan ini sudah dipakai atau sudah lewat masanya. Minta tautan baru kepada sekretariat.',
  'person.seat-invalid': () => 'Periksa isian jabatan dan peran.',
  'person.last-admin': () => 'Ini satu-satunya admin. Beri peran admin kepada orang lain lebih dahulu.',
  'person.role-unknown': () => 'Pilih satu peran.',
  'agency.not-found': () => 'Pilih perangkat daerah dari daftar.',
};
