// Words of the check lists of an edition: what is missing before a stage can open, what is left before one can end.

import { formatList, fullStop } from './format.ts';
import type { Refusals } from './say.ts';

export const editionCheckRefusals: Refusals = {
  'ready.categories': () => 'Ada kategori yang diperlombakan',
  'ready.approval-stage': () => 'Ada tahap persetujuan kepala, dan tutupnya tidak lebih dulu daripada pendaftaran',
  'ready.verification-stage': () => 'Ada tahap verifikasi, dan dibuka sesudah pendaftaran ditutup',
  'ready.contact': () => 'Kontak panitia sudah diisi, supaya peserta tahu harus bertanya kepada siapa',
  'ready.agencies': ({ category }) => `Ada perangkat daerah yang dapat mengikuti ${category}`,
  'ready.innovators': ({ category, count, of }) =>
    Number(count) === 0 ? `Setiap peserta ${category} mempunyai inovator` : `${count} dari ${of} peserta ${category} belum mempunyai inovator`,
  'ready.heads': ({ category, count, of }) =>
    Number(count) === 0 ? `Setiap peserta ${category} mempunyai kepala` : `${count} dari ${of} peserta ${category} belum mempunyai kepala yang menyetujui`,
  'ready.verifiers': () => 'Ada verifikator untuk edisi ini',
  'ready.venue': () => 'Tempat presentasi sudah diisi',
  'ready.shortlist': ({ category }) => `Finalis ${category} sudah diumumkan`,
  'ready.jurors': ({ category, count, least, tied }) =>
    `Dewan juri ${category}: ${count} dari paling sedikit ${least} juri${Number(tied) > 0 ? ` yang boleh menilai setiap finalis (${tied} lagi terkait pengusul)` : ''}`,
  'ready.chair': ({ category }) => `Dewan juri ${category} mempunyai ketua`,
  'ready.prizes': ({ category }) => `Hadiah ${category} sudah diisi`,
  'ready.leader': () => 'Ada pimpinan yang menetapkan hasil',
  'left.approval': ({ category, count }) => `${count} usulan ${category} menunggu persetujuan`,
  'left.verification': ({ category, count }) => `${count} usulan ${category} belum selesai diverifikasi`,
  'left.outside-verifier': ({ category, count }) => `${count} usulan ${category} butuh verifikator luar`,
  'left.announcement': ({ category }) => `Finalis ${category} belum diumumkan`,
  'left.sheets': ({ category, count }) => `${count} lembar juri ${category} belum dikunci`,
  'left.publication': ({ category }) => `Hasil ${category} belum diumumkan`,
  'stage.not-ready': ({ stage, count }) => `${stage} belum dapat dibuka: ${count} syarat belum terpenuhi. Lihat daftar periksa di bawah.`,
  'stage.not-finished': ({ stage, before }) =>
    `${stage} belum dapat dibuka: pekerjaan tahap ${before} belum selesai. Selesaikan dulu, atau matikan "Syarat selesai" pada tahap itu.`,
};

/** Heads of the check lists. */
export const checkTexts = {
  before: (stage: string) => `Sebelum ${stage} dibuka`,
  within: (stage: string) => `Sebelum ${stage} selesai`,
  allMet: 'Semua syarat terpenuhi.',
  nothingLeft: 'Tidak ada pekerjaan tersisa.',
  met: 'Sudah',
  notAsked: 'Tidak perlu',
  noEntries: 'Belum ada usulan dalam kategori ini',
  noApproval: 'Tidak ada kategori yang memerlukan persetujuan',
  missing: 'Belum',
  advice: 'Disarankan',
  ofAdmin: { people: 'Diundang dan diberi peran oleh admin', agencies: 'Didaftarkan oleh admin' },
  whoInvites: (admins: readonly string[]) =>
    fullStop(`Orang diundang dan perangkat daerah didaftarkan oleh admin${admins.length === 0 ? '' : `: ${formatList(admins)}`}`),
  byClock: 'Daftar ini menahan tombol Buka sekarang. Tahap yang waktunya tiba tetap dibuka oleh jam, karena waktunya sudah diumumkan.',
} as const;
