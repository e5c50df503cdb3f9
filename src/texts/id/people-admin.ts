// Words of the rooms where people, seats and agencies are kept.

import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import type { Refusals } from './say.ts';

export const seatRoleWords: Readonly<Record<SeatRole, string>> = { innovator: 'inovator', head: 'kepala' };

export const grantWords: Readonly<Record<GrantedRole, string>> = {
  secretariat: 'Sekretariat',
  verifier: 'Verifikator',
  juror: 'Juri',
  chair: 'Ketua juri',
  leader: 'Pimpinan',
  admin: 'Admin',
  province: 'Provinsi',
};

export const securityTexts = {
  title: 'Pengaman masuk',
  lead: 'Peran yang ditandai wajib memakai pengaman kedua. Yang belum memasangnya dibawa memasang dahulu sebelum dapat bekerja.',
  roles: 'Wajib memakai pengaman kedua',
  saved: 'Ketentuan pengaman sudah disimpan dan langsung berlaku.',
  without: 'Pemegang peran tanpa pengaman kedua',
  allHave: 'Semua pemegang peran sudah memakai pengaman kedua.',
} as const;

export const peopleAdminRefusals: Refusals = {
  'import.no-name-column': () => 'Tidak ada kolom Nama. Tulis judul kolom pada baris pertama: Nama, NIP atau Surel, Perangkat daerah, Jabatan.',
  'import.no-account-column': () => 'Tidak ada kolom NIP atau Surel. Salah satunya dipakai untuk masuk.',
  'import.column-twice': ({ heading }) => `Judul kolom "${heading}" muncul dua kali. Hapus salah satu kolomnya.`,
  'import.empty': () => 'Belum ada baris di bawah judul kolom.',
  'import.too-many': ({ most }) => `Paling banyak ${most} baris sekali masuk. Bagi tabelnya.`,
  'import.cell-merged': () => 'Sel ini digabung dengan sel lain. Pisahkan, lalu isi setiap barisnya.',
  'import.cell-formula': () => 'Sel ini berisi rumus. Salin, lalu tempel sebagai nilai.',
  'import.cell-number-too-long': () => 'Angka ini sudah dibulatkan Excel, jadi angka terakhirnya hilang. Ubah kolom menjadi Teks, lalu ketik ulang.',
  'import.cell-error': () => 'Sel ini berisi galat dari Excel. Isi dengan nilainya.',
  'import.seat-half': () => 'Perangkat daerah dan jabatan diisi berdua, atau kosong berdua.',
  'import.role-unknown': ({ role }) => `Peran "${role}" tidak dikenal. Tulis Inovator, Kepala, atau kosongkan.`,
  'import.twice': ({ row }) => `NIP atau surel ini sudah dipakai orang lain pada baris ${row}.`,
  'import.line-twice': () => 'Baris ini sama dengan baris sebelumnya. Hapus salah satunya.',
  'import.agency-unknown': ({ agency, nearest }) =>
    `"${agency}" tidak ada di daftar perangkat daerah.${nearest === '' ? '' : ` Maksudnya ${nearest}?`} Samakan namanya, atau tambahkan dahulu.`,
  'import.name-differs': ({ name }) => `NIP atau surel ini milik ${name}. Samakan namanya, atau periksa angkanya.`,
  'import.account-differs': ({ name, known }) =>
    known === ''
      ? `Akun ${name} tidak memakai ini. Kosongkan sel, atau ubah di halaman orangnya.`
      : `Akun ${name} memakai ${known}. Samakan, atau ubah di halaman orangnya.`,
  'import.account-of-another': ({ name }) => `Surel ini milik ${name}, sedangkan NIP di baris ini milik orang lain.`,
  'import.seat-held': ({ holder }) => `Jabatan ini dipegang ${holder}. Pindahkan lewat serah terima, bukan lewat tabel.`,
  'import.has-faults': ({ count }) => `Ada ${count} sel yang perlu diperbaiki. Belum ada yang dimasukkan.`,
  'import.overtaken': () => 'Daftar orang atau jabatan berubah selagi tabel ini dimasukkan. Tidak ada yang tersimpan; periksa lagi tabelnya.',
};

export const importTexts = {
  title: 'Masukkan tabel orang',
  lead: 'Salin tabel dari Excel, lalu tempel di sini. Tabel diperiksa dahulu; bila satu sel saja keliru, tidak ada yang masuk.',
  columns: 'Baris pertama judul kolom: Nama, NIP atau Surel, Perangkat daerah, Jabatan. Kolom Peran (Inovator atau Kepala) boleh tidak ada.',
  table: 'Tabel',
  roleless: 'Peran bila tabel tidak berkolom Peran',
  check: 'Periksa tabel',
  notYet: 'Tabel belum dapat dimasukkan',
  sheet: 'Tempelan',
  ready: (people: number) => (people === 0 ? 'Simpan jabatan' : `Masukkan ${people} orang`),
} as const;

export const slipTexts = {
  title: 'Slip undangan',
  lead: 'Untuk orang yang belum membuat kata sandi. Setiap slip memuat tautan sekali pakai dan kode QR; cetak, gunting, lalu bagikan.',
  once: 'Tautan hanya tampil di halaman ini. Cetak atau salin sekarang; bila hilang, buat lagi dan yang lama tidak berlaku.',
  none: 'Semua orang yang dipilih sudah membuat kata sandi atau sudah memegang tautan.',
  make: (count: number) => `Buat ${count} slip`,
  words: (name: string, address: string, until: string) =>
    `Undangan BAILANG untuk ${name}. Buka tautan ini satu kali untuk membuat kata sandi, paling lambat ${until}: ${address}`,
} as const;
