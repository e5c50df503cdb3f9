// Words of the desk and the shortlist.

import type { Facts } from '../../domain/shared/outcome.ts';
import { formatDecimal, formatList } from './format.ts';
import type { Refusals } from './say.ts';

const listed = (value: Facts[string] | undefined): string => (Array.isArray(value) ? formatList(value as readonly string[]) : '');

export const deskRefusals: Refusals = {
  'desk.below-floor': ({ floor, points }) => `Poin terverifikasi ${formatDecimal(String(points))} di bawah ambang ${formatDecimal(String(floor))}.`,
  'desk.floor-unreadable': () => 'Ambang nilai meja pada ketentuan kategori tidak terbaca. Perbaiki ketentuannya.',
  'shortlist.duplicate-entry': () => 'Satu usulan tercatat dua kali di meja. Sampaikan kepada admin.',
  'shortlist.rule-invalid': () => 'Ketentuan finalis kategori ini tidak terbaca. Perbaiki ketentuannya.',
  'shortlist.unknown-step': ({ step }) => `Tangga seri menyebut langkah yang tidak dikenal: ${step}.`,
  'shortlist.decision-invalid': ({ act }) => `Putusan ${act} tidak memuat setiap usulan yang seri tepat satu kali.`,
  'shortlist.pending': ({ entries }) => `Belum semua usulan selesai diverifikasi: ${listed(entries)}.`,
  'shortlist.unresolved': ({ entries }) => `Seri di garis potong belum diputus: ${listed(entries)}.`,
  'shortlist.nothing-to-decide': () => 'Tidak ada seri di garis potong yang menunggu putusan.',
  'shortlist.no-decision-step': () => 'Tangga seri kategori ini tidak memakai putusan rapat.',
  'shortlist.decision-incomplete': () => 'Putusan belum lengkap. Periksa isian yang ditandai.',
  'shortlist.order-not-whole': () => 'Beri setiap usulan yang seri satu urutan, dan pisahkan paling sedikit dua tempat.',
  'shortlist.minutes-missing': () => 'Isi nomor berita acara rapat yang memutus.',
  'shortlist.reason-missing': () => 'Isi alasan putusan; alasan ini tercatat dan dapat dibaca peserta.',
  'shortlist.outdated': () => 'Data verifikasi berubah sejak daftar ini dihitung. Hitung lagi, lalu periksa hasilnya.',
  'shortlist.not-computed': () => 'Daftar finalis belum dihitung.',
  'shortlist.already-announced': () => 'Finalis kategori ini sudah diumumkan dan tidak dapat dihitung ulang.',
  'shortlist.stages-open': ({ stages, entries }) =>
    `${listed(stages)} belum ditutup.${(entries as readonly string[]).length > 0 ? ` Belum sampai ke meja: ${listed(entries)}.` : ''} Centang bahwa Anda tetap mengumumkan, atau tunggu sampai tahapnya ditutup.`,
  'shortlist.empty': () => 'Tidak ada usulan yang memenuhi syarat, jadi tidak ada yang dapat diumumkan.',
};

export const LINE_STATES = {
  selected: 'Masuk',
  'not-selected': 'Di luar garis',
  'below-floor': 'Di bawah ambang',
  unresolved: 'Seri, menunggu putusan',
} as const;

export const deskTexts = {
  own: 'Usulan kantor Anda: putusan dan nilai tampil setelah pengumuman.',
  emptyDesk: 'Belum ada usulan yang disetujui untuk kategori ini.',
  notComputed: 'Daftar belum dihitung',
  notComputedYet: 'Hitung selama tahap Nilai meja terbuka, setelah semua usulan selesai diverifikasi.',
  stagesOpen: (stages: readonly string[]) => `${formatList(stages)} belum ditutup`,
  shutOut: 'Usulan yang belum sampai ke meja, dan siapa pun yang mendaftar sesudah ini, tidak dapat lagi menjadi finalis kategori ini:',
  shutOutNone: 'Siapa pun yang mendaftar sesudah ini tidak dapat lagi menjadi finalis kategori ini.',
  knowing: (count: number) =>
    count === 0 ? 'Saya mengerti, dan tetap mengumumkan sekarang.' : `Saya mengerti bahwa ${count} usulan itu tidak ikut, dan tetap mengumumkan sekarang.`,
  replay: 'Menghitung ulang dengan data yang sama memberi sidik yang sama.',
} as const;
