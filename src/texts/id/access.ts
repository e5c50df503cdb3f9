// Words of the room where deciding roles and ways in are asked for, confirmed and stopped.

import type { AccessKind } from '../../domain/access/request.ts';
import type { GrantedRole } from '../../domain/people/role.ts';
import { grantWords } from './people-admin.ts';
import type { Refusals } from './say.ts';

export const accessRefusals: Refusals = {
  'access.unconfirmed': () => 'Peran Anda untuk ini belum dikonfirmasi orang kedua, jadi belum dapat dipakai. Lihat Menunggu konfirmasi di Tugas saya.',
  'access.not-found': () => 'Permintaan ini sudah selesai, sudah dihentikan, atau tidak ada. Muat ulang halamannya.',
  'access.oneself': () => 'Permintaan ini menyangkut Anda sendiri. Orang lain yang mengonfirmasi.',
  'access.own-ask': () => 'Anda sendiri yang memintanya. Orang lain yang mengonfirmasi.',
  'access.touched': () =>
    'Dalam 30 hari terakhir Anda membuat tautan untuk akun ini, mengubah datanya, atau mengubah surel server. Orang lain yang mengonfirmasi.',
  'access.not-activated': () => 'Orangnya belum membuat kata sandi. Konfirmasi sesudah ia sendiri masuk.',
  'access.has-second': () => 'Ada orang lain yang dapat mengonfirmasi. Hubungi salah satunya.',
  'access.code-too-new': () => 'Kode ini dibuat sesudah permintaan, jadi tidak membuktikan apa-apa. Tunggu sampai batasnya lewat.',
  'access.seat-open': () => 'Ada jabatan kantor ini yang menunggu konfirmasi orang kedua. Konfirmasi atau hentikan dahulu, lalu gabungkan.',
  'factor.reason': () => 'Tulis alasan mencabut kewajiban ini, 10 sampai 1.000 huruf.',
  'password.common': () => 'Kata sandi ini dipakai banyak orang, jadi mudah ditebak. Rangkai tiga atau empat kata yang hanya Anda yang tahu.',
  'password.of-owner': () => 'Kata sandi ini tersusun dari nama, NIP, surel, atau nama kantor Anda. Pakai kata lain.',
};

/** `Juri SKPD, 2026` or `Pimpinan lewat jabatan Bupati, Setda`. */
export function askedWords(request: {
  readonly kind: AccessKind;
  readonly role: GrantedRole | null;
  readonly seatName: string | null;
  readonly categoryName: string | null;
  readonly year: number | null;
}): string {
  const role = request.role === null ? '' : grantWords[request.role];
  const scope = request.categoryName === null ? '' : ` ${request.categoryName}`;
  const year = request.year === null ? '' : `, ${request.year}`;
  const words: Readonly<Record<AccessKind, string>> = {
    role: `Peran ${role}${scope}${year}`,
    'seat-role': `Peran ${role} pada jabatan ${request.seatName}`,
    seat: `Jabatan ${request.seatName}, yang membawa peran ${role}`,
    activation: 'Akun diaktifkan dengan undangan',
    reset: 'Kata sandi diganti dengan tautan',
    'factor-off': 'Pengaman kedua dilepas',
    sso: 'Akun ditautkan ke akun kantor',
  };
  return words[request.kind];
}

export const passwordTexts = {
  hint: 'Paling sedikit 10 huruf, bukan nama, NIP, atau kantor Anda. Tiga atau empat kata sudah kuat.',
} as const;

export const ruleTexts = {
  title: 'Pengaman kedua untuk peran penentu',
  on: (from: string) => `Wajib sejak ${from} bagi juri, ketua juri, pimpinan, sekretariat, dan admin.`,
  ahead: (from: string) =>
    `Mulai ${from} wajib bagi juri, ketua juri, pimpinan, sekretariat, dan admin. Tanggalnya bergeser bila jatuh pada tujuh hari terakhir tahap atau hari presentasi.`,
  off: 'Tidak wajib.',
  reason: 'Alasan mencabut',
  end: 'Cabut kewajiban',
  begin: 'Wajibkan lagi',
  notice: 'Pasang pengaman kedua',
  noticeLead: (from: string) => `Mulai ${from} peran Anda hanya dapat dipakai dengan pengaman kedua.`,
  noticeLink: 'Pasang sekarang',
} as const;

export const cardTexts = {
  title: 'Kartu kode',
  lead: 'Tanpa ponsel pintar: sepuluh kode sekali pakai di atas kertas. Cetak, simpan seperti kunci, dan pakai satu kode setiap kali masuk.',
  make: 'Buat kartu kode',
  anew: 'Buat kartu baru',
  since: (day: string, left: string) => `Kartu dibuat ${day}. Sisa kode: ${left}. Buat kartu baru sebelum habis.`,
  owner: 'Pemilik kartu',
  received: 'Tanda terima: kartu ini saya cetak dan simpan sendiri.',
  signature: 'Tanda tangan dan tanggal',
} as const;

export const accessTexts = {
  title: 'Konfirmasi akses',
  lead: 'Peran yang ikut menentukan, dan jalan masuk pemegangnya, berlaku sesudah dua orang: satu meminta, satu lagi memastikan kepada orangnya.',
  none: 'Tidak ada yang menunggu',
  noneYet: 'Permintaan baru muncul di sini begitu seseorang memintanya.',
  how: 'Temui atau telepon orangnya di nomor yang Anda kenal. Tanyakan apakah ia sendiri yang diundang atau mengganti kata sandi.',
  askedBy: 'Diminta oleh',
  nobody: 'orangnya sendiri, lewat surel atau akun kantor',
  askedAt: 'Pada',
  reason: 'Alasan',
  account: 'Akun',
  isActive: 'sudah dapat masuk',
  notActive: 'belum membuat kata sandi',
  takesEffect: 'Berlaku sendiri',
  confirm: 'Konfirmasi',
  stop: 'Hentikan',
  others: 'Yang mengonfirmasi: admin lain, anggota sekretariat, atau untuk juri ketua jurinya.',
  alone: 'Diberikan sendiri oleh admin sebelum pendaftaran dibuka',
  aloneLead: 'Pada hari-hari pertama admin menyiapkan semuanya sendiri. Periksa daftar ini sekali; coret yang tidak seharusnya.',
  aloneOwn: 'Orang lain pemegang peran penentu yang memeriksa daftar ini.',
  strike: 'Coret',
  confirmList: 'Daftar ini benar',
  person: 'Orang',
  what: 'Yang diberikan',
  when: 'Sejak',
  mine: 'Menunggu konfirmasi',
  mineLead: 'Yang di bawah ini belum berlaku sampai orang kedua memastikannya kepada Anda. Sampai saat itu Anda belum dapat mengambil keputusan dengannya.',
  mineStop: 'Ini bukan atas kehendak saya',
  ownCode: 'Kode dari aplikasi autentikator, atau satu kode pemulihan',
  ownCodeLead: 'Belum ada orang lain yang dapat mengonfirmasi. Buktikan dengan kode yang sudah Anda pegang sebelum ini, atau tunggu sampai batasnya.',
  useCode: 'Buktikan dengan kode',
  task: (count: number) => `${count} peran atau jalan masuk menunggu diperiksa`,
  taskAlone: 'Periksa peran yang diberikan sendiri oleh admin',
  look: 'Periksa',
  seeMine: 'Lihat apa yang menunggu',
  waits: 'menunggu konfirmasi',
} as const;
