// Our words for each kind of message; an office may put its own in their place.

import type { MessageKind } from '../../domain/people/message.ts';
import type { GrantedRole } from '../../domain/people/role.ts';
import type { Facts } from '../../domain/shared/outcome.ts';
import { grantWords } from './people-admin.ts';

interface MessageWords {
  readonly name: string;
  /** When it is sent, and to whom. */
  readonly when: string;
  readonly subject: string;
  readonly body: string;
  readonly path: (aboutId: string, facts: Facts) => string;
  /** Facts of an example. */
  readonly example: Facts;
}

const ACCOUNT_CHANGES: Readonly<Record<string, (role: string) => string>> = {
  email: () => 'surel diganti',
  password: () => 'kata sandi diganti',
  'reset-link': () => 'admin membuat tautan kata sandi baru',
  'second-factor-off': () => 'pengaman kedua dilepas',
  'signing-key-enrolled': () => 'kunci tanda tangan baru didaftarkan',
  'signing-key-confirmed': () => 'kunci tanda tangan dikonfirmasi orang kedua',
  'signing-key-ended': () => 'kunci tanda tangan diakhiri',
  'role-granted': (role) => `peran ${role} diberikan`,
  'role-ended': (role) => `peran ${role} diakhiri`,
  'access-asked': (role) => `${role === '' ? 'jalan masuk' : `peran ${role}`} menunggu konfirmasi orang kedua`,
  'access-confirmed': (role) => `${role === '' ? 'jalan masuk' : `peran ${role}`} sudah dikonfirmasi`,
  'access-stopped': (role) => `${role === '' ? 'jalan masuk' : `peran ${role}`} dihentikan`,
};

/** What changed about an account, in words. */
export function accountChangeWords({ change, role }: Facts): string {
  return ACCOUNT_CHANGES[String(change)]?.(grantWords[String(role) as GrantedRole] ?? String(role ?? '')) ?? String(change);
}

const letter = (lines: string) => `Yth. {nama},\n\n${lines}\n\nBuka: {tautan}\n\nBAILANG, {daerah}`;
const entry = (aboutId: string) => `/usulan/${aboutId}`;
const verifications = (_aboutId: string, facts: Facts) => `/s/${facts.year}/verifikasi`;

const SEAT = { seat: 'Kepala, Dinas Kesehatan' } as const;
const INNOVATION = { innovation: 'SIPADU Keliling', number: 'XX-2026-0147' } as const;
const UNTIL = { until: '2026-07-31T15:59:00.000Z', opensAt: '2026-06-01T00:00:00.000Z' } as const;

export const MESSAGE_WORDS: Readonly<Record<MessageKind, MessageWords>> = {
  invited: {
    name: 'Undangan',
    when: 'Kepada orang yang baru diundang, bila ia mempunyai surel.',
    subject: 'Undangan ke BAILANG {daerah}',
    body: 'Yth. {nama},\n\nAnda diundang memakai BAILANG, lomba inovasi pelayanan publik {daerah}. Buat kata sandi Anda lewat tautan sekali pakai ini:\n\n{tautan}\n\nTautan berlaku 14 hari. Jangan teruskan surel ini.\n\nBAILANG, {daerah}',
    path: () => '/masuk',
    example: {},
  },
  'password-reset': {
    name: 'Kata sandi baru',
    when: 'Kepada orang yang meminta kata sandi baru.',
    subject: 'Kata sandi baru untuk BAILANG',
    body: 'Yth. {nama},\n\nSeseorang meminta kata sandi baru untuk akun Anda. Bila itu Anda, buka tautan sekali pakai ini dalam 15 menit:\n\n{tautan}\n\nBila bukan Anda, abaikan surel ini; kata sandi Anda tidak berubah.\n\nBAILANG, {daerah}',
    path: () => '/masuk',
    example: {},
  },
  'account-changed': {
    name: 'Akun berubah',
    when: 'Kepada pemilik akun, begitu surel, kata sandi, pengaman, atau perannya berubah; surel lama diberi tahu juga.',
    subject: 'Akun BAILANG Anda berubah',
    body: 'Yth. {nama},\n\nPada akun Anda: {perubahan}.\n\nBila bukan Anda yang meminta, hubungi admin sekarang juga.\n\nBuka: {tautan}\n\nBAILANG, {daerah}',
    path: () => '/saya/akun',
    example: { change: 'email' },
  },
  'approval-waiting': {
    name: 'Usulan menunggu persetujuan',
    when: 'Kepada kepala kantor, begitu usulan kantornya dikirim.',
    subject: 'Usulan {inovasi} menunggu persetujuan Anda',
    body: letter('Usulan {inovasi} {nomor} sudah dikirim dan menunggu keputusan Anda.'),
    path: (aboutId) => `/persetujuan/${aboutId}`,
    example: INNOVATION,
  },
  'entry-returned': {
    name: 'Usulan dikembalikan kepala kantor',
    when: 'Kepada inovator, begitu kepala kantor mengembalikan usulan.',
    subject: 'Usulan {inovasi} dikembalikan',
    body: letter('Kepala kantor mengembalikan usulan {inovasi} {nomor} dengan catatan:\n\n{catatan}\n\nPerbaiki, lalu kirim lagi sebelum pendaftaran ditutup.'),
    path: entry,
    example: { ...INNOVATION, note: 'Lampirkan surat keputusan yang sudah ditandatangani.' },
  },
  'repair-asked': {
    name: 'Perbaikan diminta',
    when: 'Kepada inovator, begitu verifikator meminta perbaikan.',
    subject: 'Usulan {inovasi} perlu perbaikan',
    body: letter('Verifikator meminta {jumlah} perbaikan pada usulan {inovasi} {nomor}. Kirim perbaikannya paling lambat {batas}.'),
    path: entry,
    example: { ...INNOVATION, ...UNTIL, count: 3 },
  },
  'evidence-quarantined': {
    name: 'Bukti dikarantina',
    when: 'Kepada inovator dan sekretariat, begitu pemeriksa virus menemukan sesuatu pada sebuah bukti.',
    subject: 'Satu bukti usulan {inovasi} dikarantina',
    body: letter(
      'Pemeriksa virus menemukan sesuatu pada berkas {berkas} di usulan {inovasi} {nomor}. Berkas itu tidak dapat dibuka lagi dan tidak dihitung sebagai bukti. Bersihkan komputer asalnya, lalu unggah berkas pengganti selama pendaftaran atau masa perbaikan masih terbuka; sesudah itu hubungi sekretariat.',
    ),
    path: (aboutId, facts) => (facts.secretariat === true ? `/s/${facts.year}/usulan/${aboutId}` : entry(aboutId)),
    example: { ...INNOVATION, file: 'SK-tim.pdf' },
  },
  'finalist-announced': {
    name: 'Usulan menjadi finalis',
    when: 'Kepada inovator dan kepala kantor yang usulannya terpilih, begitu finalis diumumkan.',
    subject: 'Usulan {inovasi} menjadi finalis',
    body: letter('Usulan {inovasi} {nomor} menjadi finalis kategori {kategori}. Lihat jadwal penilaian dan siapkan presentasi.'),
    path: () => '/jadwal',
    example: { ...INNOVATION, category: 'SKPD' },
  },
  'shortlist-announced': {
    name: 'Finalis diumumkan',
    when: 'Kepada inovator yang usulannya dinilai tetapi tidak menjadi finalis.',
    subject: 'Finalis kategori {kategori} sudah diumumkan',
    body: letter(
      'Finalis kategori {kategori} sudah diumumkan. Usulan {inovasi} {nomor} belum termasuk. Terima kasih atas karyanya; inovasi ini dapat diusulkan lagi pada edisi berikutnya.',
    ),
    path: entry,
    example: { ...INNOVATION, category: 'SKPD' },
  },
  'result-signed': {
    name: 'Tanda tangan atau pernyataan Anda atas hasil',
    when: 'Kepada juri, ketua juri, dan pimpinan, begitu tanda tangan atau pernyataannya atas suatu hasil tercatat.',
    subject: 'Tercatat: {cara} Anda atas hasil {kategori}',
    body: letter(
      'Tercatat {cara} Anda atas hasil kategori {kategori}, versi {versi}.\n\nTiga besar: {tigabesar}\nKode hasil: {kode}\n\nCocokkan dengan yang Anda lihat saat itu dan dengan berita acara. Bila berbeda, atau bila bukan Anda yang melakukannya, hubungi ketua juri dan inspektorat sekarang juga. Hasil ini belum diumumkan; jangan teruskan pesan ini.',
    ),
    path: (_aboutId, { year, categoryCode }) => `/pleno/${categoryCode}?tahun=${year}`,
    example: {
      category: 'SKPD',
      year: 2026,
      categoryCode: 'skpd',
      version: 1,
      way: 'signature',
      digest: '3fa9c1d0e7b2465588aa01bb6dd20c119f3e4a5b6c7d8e9f00112233445566aa',
      places: ['1. Inovasi pertama', '2. Inovasi kedua', '3. Inovasi ketiga'],
    },
  },
  'result-published': {
    name: 'Hasil diumumkan',
    when: 'Kepada inovator dan kepala kantor para finalis, begitu hasil diumumkan.',
    subject: 'Hasil kategori {kategori} sudah diumumkan',
    body: letter('Hasil akhir kategori {kategori} sudah diumumkan dan dapat dibaca siapa saja.'),
    path: (_aboutId, { year, categoryCode }) => `/hasil/${year}/${categoryCode}`,
    example: { category: 'SKPD', year: 2026, categoryCode: 'skpd' },
  },
  'stage-moved': {
    name: 'Jadwal tahapan berubah',
    when: 'Kepada semua yang bekerja pada tahapan itu, begitu tahapan dibuka sekretariat, diperpanjang, atau digeser; pembukaan pendaftaran kepada semua inovator dan kepala.',
    subject: 'Jadwal {tahap} berubah',
    body: letter('Tahapan {tahap} sekarang berlangsung {buka} sampai {batas}. Alasannya: {catatan}'),
    path: () => '/jadwal',
    example: { ...UNTIL, stage: 'Pendaftaran', note: 'Banyak kantor meminta tambahan waktu.' },
  },
  'rules-changed': {
    name: 'Ketentuan kategori berubah',
    when: 'Kepada inovator setiap draf dan usulan pada kategori itu, begitu ketentuannya berubah.',
    subject: 'Ketentuan kategori {kategori} berubah',
    body: letter('Ketentuan kategori {kategori} berubah ({keputusan}). Alasannya: {catatan}\n\nPeriksa lagi usulan {inovasi} {nomor}.'),
    path: entry,
    example: { ...INNOVATION, category: 'SKPD', decree: '188.45/112/2026', note: 'Menyesuaikan pedoman kementerian.' },
  },
  'juror-appointed': {
    name: 'Penunjukan juri',
    when: 'Kepada orang yang ditunjuk menjadi juri.',
    subject: 'Anda ditunjuk menjadi juri kategori {kategori}',
    body: letter('Anda ditunjuk menjadi juri kategori {kategori}. Baca dan setujui pakta integritas sebelum menilai.'),
    path: () => '/juri',
    example: { category: 'SKPD' },
  },
  'juror-released': {
    name: 'Pelepasan juri',
    when: 'Kepada juri yang dilepas dari dewan sebelum ia mengirim pernyataannya.',
    subject: 'Anda tidak lagi menjadi juri kategori {kategori}',
    body: letter('Penunjukan Anda sebagai juri kategori {kategori} dibatalkan. Tidak ada yang perlu Anda kerjakan.'),
    path: () => '/saya',
    example: { category: 'SKPD' },
  },
  'verification-assigned': {
    name: 'Tugas verifikasi',
    when: 'Kepada verifikator yang mendapat usulan.',
    subject: 'Usulan {inovasi} menunggu verifikasi Anda',
    body: letter('Anda mendapat tugas memverifikasi usulan {inovasi} {nomor}.'),
    path: verifications,
    example: { ...INNOVATION, year: 2026 },
  },
  'verifications-assigned': {
    name: 'Penugasan verifikasi sekaligus',
    when: 'Kepada verifikator, begitu beberapa usulan ditugaskan kepadanya dari papan.',
    subject: '{jumlah} usulan ditugaskan kepada Anda',
    body: letter('{jumlah} usulan ditugaskan kepada Anda untuk diverifikasi.'),
    path: verifications,
    example: { count: 4, year: 2026 },
  },
  'remind-draft': {
    name: 'Pengingat: draf belum dikirim',
    when: 'Kepada inovator, 7, 3, dan 1 hari sebelum pendaftaran ditutup.',
    subject: 'Usulan {inovasi} belum dikirim',
    body: letter('Usulan {inovasi} masih draf. Pendaftaran ditutup {batas}. Isian yang sudah ada tersimpan; lanjutkan dan kirim sebelum waktu itu.'),
    path: entry,
    example: { ...INNOVATION, ...UNTIL },
  },
  'remind-repair': {
    name: 'Pengingat: perbaikan',
    when: 'Kepada inovator, bila sekretariat mengingatkan dari papan.',
    subject: 'Usulan {inovasi} menunggu perbaikan Anda',
    body: letter('Usulan {inovasi} ({nomor}) dikembalikan untuk diperbaiki dan belum dikirim lagi. Catatan verifikator ada pada halaman usulan.'),
    path: entry,
    example: INNOVATION,
  },
  'remind-approval': {
    name: 'Pengingat: persetujuan',
    when: 'Kepada kepala kantor, 7, 3, dan 1 hari sebelum persetujuan ditutup.',
    subject: '{jumlah} usulan menunggu persetujuan Anda',
    body: letter('{jumlah} usulan kantor Anda menunggu keputusan Anda. Persetujuan ditutup {batas}; usulan yang belum disetujui tidak diverifikasi.'),
    path: () => '/persetujuan',
    example: { ...UNTIL, count: 2 },
  },
  'remind-verification': {
    name: 'Pengingat: verifikasi',
    when: 'Kepada verifikator, 7, 3, dan 1 hari sebelum verifikasi ditutup.',
    subject: '{jumlah} usulan menunggu verifikasi Anda',
    body: letter('{jumlah} usulan yang ditugaskan kepada Anda belum selesai diverifikasi. Verifikasi ditutup {batas}.'),
    path: verifications,
    example: { ...UNTIL, count: 4, year: 2026 },
  },
  'remind-sheets': {
    name: 'Pengingat: lembar belum dikunci',
    when: 'Kepada juri, 7, 3, dan 1 hari sebelum penilaian ditutup.',
    subject: '{jumlah} lembar penilaian belum dikunci',
    body: letter('{jumlah} lembar penilaian Anda pada kategori {kategori} belum dikunci. Hanya lembar yang dikunci yang dihitung. Penilaian ditutup {batas}.'),
    path: () => '/juri',
    example: { ...UNTIL, count: 2, category: 'SKPD' },
  },
  'seat-offered': {
    name: 'Serah terima jabatan',
    when: 'Kepada penerima, begitu jabatan diserahkan kepadanya.',
    subject: 'Jabatan {jabatan} menunggu Anda terima',
    body: letter('Jabatan {jabatan} diserahkan kepada Anda. Periksa, lalu terima atau tolak; sampai Anda menerima tidak ada yang berubah.'),
    path: (aboutId) => `/saya/serah-terima/${aboutId}`,
    example: SEAT,
  },
  'seat-handed-over': {
    name: 'Serah terima selesai',
    when: 'Kepada pemegang lama, begitu jabatannya diterima penggantinya.',
    subject: 'Jabatan {jabatan} sudah diterima penggantinya',
    body: letter('Jabatan {jabatan} sudah diterima penggantinya. Usulan kantor dan yang menunggu keputusan ikut berpindah.'),
    path: () => '/saya',
    example: SEAT,
  },
  'seat-delegated': {
    name: 'Delegasi jabatan',
    when: 'Kepada yang mewakili, begitu jabatan didelegasikan kepadanya.',
    subject: 'Anda mewakili {jabatan}',
    body: letter('Anda mewakili {jabatan} sejak {buka} sampai {batas}. Keputusan Anda selama itu menyebut nama Anda.'),
    path: () => '/saya',
    example: { ...SEAT, ...UNTIL },
  },
  'access-waiting': {
    name: 'Konfirmasi peran atau jalan masuk',
    when: 'Kepada yang dapat mengonfirmasi atau menghentikan, begitu peran penentu atau jalan masuknya diminta.',
    subject: 'Ada peran atau jalan masuk yang perlu Anda periksa',
    body: letter(
      'Peran penentu, atau jalan masuk pemegangnya, diminta dan perlu diperiksa orang kedua. Pastikan kepada orangnya, lalu konfirmasi atau hentikan.',
    ),
    path: () => '/akses',
    example: {},
  },
  'access-machine': {
    name: 'Tautan dari server',
    when: 'Kepada semua pemegang peran penentu, begitu tautan kata sandi dibuat langsung di server.',
    subject: 'Tautan kata sandi dibuat langsung di server',
    body: letter(
      'Seseorang yang memegang server membuat tautan kata sandi untuk sebuah akun. Bila Anda tidak mengetahuinya, tanyakan kepada pengelola server. Akunnya tercatat di jejak.',
    ),
    path: () => '/saya/notifikasi',
    example: {},
  },
  'access-factor-off': {
    name: 'Kewajiban pengaman kedua dicabut',
    when: 'Kepada semua pemegang peran penentu, begitu admin mencabut kewajiban pengaman kedua.',
    subject: 'Pengaman kedua tidak lagi wajib',
    body: letter('Admin mencabut kewajiban pengaman kedua bagi peran penentu. Alasannya tercatat di jejak. Pengaman yang sudah Anda pasang tetap dipakai.'),
    path: () => '/saya/akun/pengaman',
    example: {},
  },
};
