// Words of the rooms where people, seats and agencies are kept.

import type { TargetStanding } from '../../domain/people/agency.ts';
import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import type { Delegation } from '../../domain/people/seat.ts';
import { formatWhole, fullStop } from './format.ts';
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

/** What each may do, in a few words. */
export const seatRoleDetails: Readonly<Record<SeatRole, string>> = { innovator: 'Mengisi dan mengirim usulan', head: 'Menyetujui usulan kantornya' };

export const grantDetails: Readonly<Record<GrantedRole, string>> = {
  secretariat: 'menjalankan lomba: edisi, papan, nilai meja, pengumuman',
  verifier: 'memeriksa klaim di samping buktinya',
  juror: 'menilai finalis',
  chair: 'menilai finalis dan memimpin pleno',
  leader: 'menetapkan hasil',
  admin: 'mengundang orang, memberi jabatan dan peran, menjaga server',
  province: 'melihat hasil yang sudah diumumkan',
};

export const delegationWords: Readonly<Record<Delegation, string>> = { plt: 'Plt.', plh: 'Plh.', an: 'a.n.' };

export const delegationDetails: Readonly<Record<Delegation, string>> = {
  plt: 'Pelaksana tugas: jabatan kosong atau pejabatnya lama berhalangan',
  plh: 'Pelaksana harian: pejabatnya berhalangan beberapa hari',
  an: 'Atas nama: sekretaris atau bawahan yang diberi wewenang',
};

/** `Plt. Kepala, Dinas Kesehatan` */
export function seatWords(seat: { readonly title: string; readonly agencyName: string; readonly delegation?: Delegation | null }): string {
  const title = seat.delegation ? `${delegationWords[seat.delegation]} ${seat.title}` : seat.title;
  return `${title}, ${seat.agencyName}`;
}

/** `Siti Rahmah`, or `Siti Rahmah (Plt. kepala)` when a delegate decided. */
export function deciderWords(decision: { readonly decidedByName: string | null; readonly decidedAs: Delegation | null }): string {
  const name = decision.decidedByName ?? '';
  return decision.decidedAs === null ? name : `${name} (${delegationWords[decision.decidedAs]} kepala)`;
}

export const seatTexts = {
  delegate: 'Delegasikan',
  delegateLead: 'Selama delegasi, orang itu dapat berbuat seperti pemegang jabatan. Setiap keputusannya menyebut namanya dan bahwa ia mewakili.',
  handOver: 'Serah terima',
  handOverLead: 'Untuk mutasi. Jabatan berpindah setelah penerima menyetujui; sampai saat itu tidak ada yang berubah.',
  goesAlong: 'Ikut jabatan',
  staysBehind: 'Tetap pada orangnya',
  account: 'NIP atau surel penerima',
  letter: 'Nomor surat',
} as const;

export const securityTexts = {
  title: 'Pengaman masuk',
  lead: 'Peran yang ditandai wajib memakai pengaman kedua. Yang belum memasangnya dibawa memasang dahulu sebelum dapat bekerja.',
  roles: 'Wajib memakai pengaman kedua',
  saved: 'Ketentuan pengaman sudah disimpan dan langsung berlaku.',
  without: 'Pemegang peran tanpa pengaman kedua',
  allHave: 'Semua pemegang peran sudah memakai pengaman kedua.',
} as const;

export const peopleAdminRefusals: Refusals = {
  'agency.merged-already': ({ into }) => `Perangkat daerah ini sudah digabung ke ${into}.`,
  'agency.merge-invalid': () => 'Periksa isian penggabungan.',
  'agency.into-itself': () => 'Pilih perangkat daerah lain sebagai tujuan.',
  'agency.reason-missing': () => 'Tulis dasarnya, misalnya nomor peraturan; paling sedikit 3 huruf.',
  'target.invalid': () => 'Periksa angka target.',
  'import.no-agency-column': () => 'Tidak ada kolom Nama. Tulis judul kolom pada baris pertama: Nama, Nama pendek, Jenis, Target.',
  'import.no-kind-column': () => 'Tidak ada kolom Jenis. Isi dengan SKPD, Kecamatan, Puskesmas, BLUD, Sekolah, Desa, atau Pihak luar.',
  'import.short-name-missing': ({ max }) => `Nama ini lebih dari ${max} huruf. Isi kolom Nama pendek.`,
  'import.kind-unknown': ({ kind }) =>
    `${kind === '' ? 'Jenis belum diisi' : `Jenis "${kind}" tidak dikenal`}. Tulis SKPD, Kecamatan, Puskesmas, BLUD, Sekolah, Desa, atau Pihak luar.`,
  'import.kind-differs': ({ agency }) => `${agency} sudah ada dengan jenis lain. Samakan, atau ubah di halamannya.`,
  'import.target-unread': ({ most }) => `Target berupa angka bulat 0 sampai ${most}.`,
  'import.agency-twice': ({ row }) => `Perangkat daerah ini sudah ada pada baris ${row}.`,
  'import.no-edition': () => 'Target diisi setelah ada edisi. Kosongkan kolom Target, atau buat edisinya dahulu.',
  'sso.invalid': () => 'Periksa setelan akun kantor.',
  'sso.issuer-form': () => 'Tulis alamat penyedia yang diawali https://, tanpa tanda tanya.',
  'sso.secret-missing': () => 'Isi client secret dari penyedia; bila penyedianya diganti, isi lagi.',
  'sso.claim-form': () => 'Nama klaim hanya huruf, angka, titik, garis, dan titik dua.',
  'seat.not-found': () => 'Jabatan ini tidak ada, atau tidak Anda pegang.',
  'person.unknown-account': () =>
    'Tidak ada akun dengan NIP atau surel ini. Periksa angkanya. Yang belum mempunyai akun diundang dahulu oleh admin, lewat halaman Orang.',
  'delegation.invalid': () => 'Periksa isian delegasi.',
  'delegation.to-oneself': () => 'Jabatan ini sudah dipegang orang itu. Pilih orang lain.',
  'delegation.backwards': () => 'Tanggal selesai harus sesudah tanggal mulai.',
  'delegation.over': () => 'Waktu delegasi ini sudah lewat. Pilih tanggal selesai yang akan datang.',
  'delegation.too-long': () => 'Delegasi paling lama satu tahun. Untuk seterusnya pakai serah terima.',
  'delegation.overlaps': () => 'Pada waktu itu jabatan sudah didelegasikan. Akhiri yang lama, atau geser tanggalnya.',
  'delegation.unreadable': () => 'Isi tanggal dan jam, misalnya 31-07-2026 16.00.',
  'handover.invalid': () => 'Periksa isian serah terima.',
  'handover.to-holder': () => 'Orang ini sudah memegang jabatannya.',
  'handover.open-already': () => 'Serah terima jabatan ini sudah berjalan. Batalkan dahulu bila penerimanya keliru.',
  'handover.not-found': () => 'Serah terima ini tidak ada, atau bukan untuk Anda.',
  'handover.ended': () => 'Serah terima ini sudah dibatalkan. Jabatannya tidak berpindah.',
  'handover.overtaken': () => 'Jabatan ini sudah berpindah dengan cara lain. Minta admin memulai serah terima yang baru.',
  'import.no-name-column': () => 'Tidak ada kolom Nama. Tulis judul kolom pada baris pertama: Nama, NIP atau Surel, Perangkat daerah, Jabatan.',
  'import.no-account-column': () => 'Tidak ada kolom NIP atau Surel. Salah satunya dipakai untuk masuk.',
  'import.column-twice': ({ heading }) => `Judul kolom "${heading}" muncul dua kali. Hapus salah satu kolomnya.`,
  'import.no-words': () => 'Sel ini tidak berisi kata, mungkin diubah Excel menjadi tanggal atau angka. Ubah kolom menjadi Teks, lalu ketik ulang.',
  'import.two-tables': ({ one, other }) => `Berkas ini berisi dua tabel orang, di lembar "${one}" dan "${other}". Simpan satu tabel per berkas.`,
  'import.empty': () => 'Belum ada baris di bawah judul kolom.',
  'import.too-many': ({ most }) => `Paling banyak ${most} baris sekali masuk. Bagi tabelnya.`,
  'import.seat-half': () => 'Perangkat daerah dan jabatan diisi berdua, atau kosong berdua.',
  'import.role-unknown': ({ role }) => `Peran "${role}" tidak dikenal. Tulis Inovator, Kepala, atau kosongkan.`,
  'import.twice': ({ row }) => `NIP atau surel ini sudah dipakai orang lain pada baris ${row}.`,
  'import.line-twice': () => 'Baris ini sama dengan baris sebelumnya. Hapus salah satunya.',
  'import.agency-unknown': ({ agency, nearest }) =>
    `"${agency}" tidak ada di daftar perangkat daerah.${nearest === '' ? '' : ` Maksudnya ${nearest}?`} Samakan namanya; bila memang baru, isi jenisnya di kolom Jenis, atau daftarkan dahulu.`,
  'import.agency-merged': ({ agency, into }) => `"${agency}" sudah digabung. Tulis ${into}.`,
  'import.agency-name-long': ({ max }) =>
    `Nama ini belum terdaftar dan lebih dari ${max} huruf. Singkat namanya, atau daftarkan dahulu beserta nama pendeknya.`,
  'import.agencies-many': ({ most }) => `Paling banyak ${most} perangkat daerah baru sekali masuk. Bagi tabelnya.`,
  'import.agencies-unsure': () =>
    'Ada perangkat daerah yang belum terdaftar. Baca daftarnya: centang bila memang baru, atau betulkan sel yang salah tulis, lalu periksa lagi.',
  'import.kind-two': ({ row }) => `Jenis perangkat daerah ini lain pada baris ${row}. Samakan.`,
  'import.name-differs': ({ name }) => `${fullStop(`NIP atau surel ini milik ${name}`)} Samakan namanya, atau periksa angkanya.`,
  'import.account-differs': ({ name, known }) =>
    known === ''
      ? `Akun ${name} tidak memakai ini. Kosongkan sel, atau ubah di halaman orangnya.`
      : `Akun ${name} memakai ${known}. Samakan, atau ubah di halaman orangnya.`,
  'import.account-of-another': ({ name }) => `Surel ini milik ${name}, sedangkan NIP di baris ini milik orang lain.`,
  'import.seat-held': ({ holder }) => `${fullStop(`Jabatan ini dipegang ${holder}`)} Pindahkan lewat serah terima, bukan lewat tabel.`,
  'import.role-differs': ({ known }) =>
    `Jabatan ini sudah ada ${known === '' ? 'tanpa peran' : `dengan peran ${seatRoleWords[known as SeatRole]}`}. Samakan perannya, atau kosongkan sel.`,
  'import.person-closed': ({ name }) => `Akun ${name} ditutup. Buka lagi di halaman orangnya, atau hapus barisnya.`,
  'import.second-head': ({ agency, holders }) =>
    `${fullStop(`${agency} sudah mempunyai kepala: ${holders}`)} Bila ini penggantinya: kosongkan Perangkat daerah, Jabatan, dan Peran di baris ini, masukkan tabelnya, lalu pakai serah terima. Bila dilanjutkan, kepalanya lebih dari satu dan masing-masing dapat menyetujui usulan.`,
  'import.head-without-role': ({ title, hasColumn }) =>
    `Jabatan "${title}" biasanya kepala. ${hasColumn ? 'Isi kolom Peran dengan' : 'Tambahkan kolom Peran berisi'} Kepala, bila ia yang menyetujui usulan.`,
  'import.no-head': ({ agency }) => `Belum ada pemegang jabatan kepala di ${agency}; usulannya akan menunggu kepala yang menyetujui.`,
  'import.has-faults': ({ count }) => `Ada ${count} sel yang perlu diperbaiki. Belum ada yang dimasukkan.`,
  'import.overtaken': () => 'Daftar orang atau jabatan berubah selagi tabel ini dimasukkan. Tidak ada yang tersimpan; periksa lagi tabelnya.',
};

export const importTexts = {
  title: 'Masukkan tabel orang',
  lead: 'Pilih berkas Excel, atau salin tabelnya lalu tempel. Tabel diperiksa dahulu; bila satu sel saja keliru, tidak ada yang masuk.',
  columns:
    'Baris pertama judul kolom: Nama, NIP atau Surel, Perangkat daerah, Jabatan. Kolom Peran (Inovator atau Kepala) dan Jenis perangkat daerah boleh tidak ada.',
  file: 'Berkas Excel atau CSV',
  fileHint: 'XLSX atau CSV, paling banyak 5.000 baris. Judul di atas tabel tidak mengganggu.',
  agencyFileHint: 'XLSX atau CSV, paling banyak 1.000 baris.',
  table: 'Atau tempel tabelnya',
  checked: 'Tabel yang sudah diperiksa',
  inFile: 'Perbaiki sel-sel ini di berkasnya, simpan, lalu pilih lagi.',
  roleless: 'Peran bila tabel tidak berkolom Peran',
  check: 'Periksa tabel',
  toHandOver: 'Serah terima jabatan itu',
  newTab: 'terbuka di tab baru',
  lookAt: 'Periksa dahulu: dapat dimasukkan, tetapi mungkin keliru',
  notYet: 'Tabel belum dapat dimasukkan',
  newAgencies: 'Perangkat daerah yang belum terdaftar',
  newAgenciesLead: 'Jenisnya dari kolom Jenis atau ditebak dari namanya. Bila keliru, isi kolom Jenis, lalu periksa lagi.',
  nearName: (name: string) => `Mirip dengan ${name}: betulkan sel bila itu maksudnya.`,
  addAgencies: (many: number) => `Daftarkan juga ${formatWhole(many)} perangkat daerah baru ini`,
  ready: (people: number) => (people === 0 ? 'Simpan jabatan' : `Masukkan ${people} orang`),
} as const;

export const agencyTexts = {
  importTitle: 'Masukkan tabel perangkat daerah',
  importLead: 'Pilih berkas Excel, atau tempel tabelnya. Yang sudah ada tidak berubah; hanya targetnya yang diisi.',
  columns: 'Judul kolom: Nama, Nama pendek, Jenis (SKPD, Kecamatan, Puskesmas, BLUD, Sekolah, Desa, Pihak luar), dan bila perlu Target.',
  rename: 'Ganti nama atau jenis',
  renameLead: 'Nama lama tetap tercatat. Usulan yang sudah dikirim menyimpan nama saat dikirim.',
  reason: 'Dasar',
  reasonHint: 'Misalnya Perbup 12/2026 tentang susunan perangkat daerah.',
  merge: 'Gabungkan ke perangkat daerah lain',
  mergeLead:
    'Pegawainya pindah beserta jabatan dan perannya; jabatan kepala di sini berakhir. Usulan tetap bernama kantor ini dan dapat dilanjutkan oleh kantor tujuan. Penggabungan tidak dapat dibatalkan.',
  targetTitle: (year: number) => `Target inovasi ${year}`,
  targetLead: 'Yang dihitung: usulan yang sudah dikirim dan tidak ditarik. Usulan kantor yang digabung dihitung untuk kantor tujuannya.',
} as const;

export const standingWords: Readonly<Record<TargetStanding, string>> = { reached: 'tercapai', short: 'belum tercapai', 'no-target': 'tanpa target' };

export const ssoTexts = {
  title: 'Masuk dengan akun kantor',
  lead: 'Bila daerah mempunyai akun bersama (OpenID Connect), orang dapat masuk dengannya. Hanya orang yang sudah terdaftar di BAILANG yang dapat masuk.',
  redirect: 'Daftarkan alamat kembali ini di penyedianya:',
  nipHint: 'Bila kosong, orang dikenali dari surel yang sudah diperiksa penyedianya.',
  saved: 'Setelan akun kantor sudah disimpan.',
  tried: 'Penyedia menjawab dan dapat dipakai.',
} as const;
