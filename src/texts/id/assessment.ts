// Words of the room assessment.

import type { VerdictKind } from '../../domain/assessment/verification.ts';
import { formatDateTime, formatWhole } from './format.ts';
import { deskRefusals } from './result-desk.ts';
import type { Refusals } from './say.ts';

const TIES: Readonly<Record<string, string>> = {
  seat: 'memegang jabatan di kantor pengusul',
  'past-seat': 'pernah menjabat di kantor pengusul dalam tiga tahun terakhir',
  team: 'anggota tim usulan ini',
};

export const assessmentRefusals: Refusals = {
  ...deskRefusals,
  'verdict.level-unused': () => 'Sesuai klaim berarti level klaim diakui penuh. Kosongkan pilihan level, atau pilih Turunkan level.',
  'verdict.nothing-claimed': () => 'Indikator ini tidak diklaim, jadi terverifikasi 0 dengan sendirinya.',
  'verdict.incomplete': () => 'Putusan belum lengkap. Periksa isian yang ditandai.',
  'verdict.kind-missing': () => 'Pilih satu putusan.',
  'verdict.level-not-below': ({ claimed }) => `Pilih level di bawah klaim (${claimed}). Putusan tidak pernah menaikkan klaim.`,
  'verdict.reason-missing': () => 'Tulis alasannya. Inovator membaca kalimat ini apa adanya.',
  'verdict.reason-too-long': ({ most }) => `Alasan paling panjang ${most} huruf.`,
  'verdict.no-evidence': () => 'Tidak ada bukti pada indikator ini, jadi levelnya tidak dapat diakui. Pilih Perlu perbaikan atau Bukti tidak sah.',
  'verdict.stale-snapshot': () => 'Inovator sudah mengirim versi baru. Muat ulang halaman, lalu nilai versi itu.',
  'verification.own-agency': ({ conflict }) =>
    `Anda tidak dapat bertindak atas usulan ini karena Anda ${TIES[String(conflict)] ?? 'terkait dengan kantor pengusul'}.`,
  'verification.verifier-tied': ({ verifier, conflict }) =>
    `${verifier} tidak dapat memverifikasi usulan ini: ${TIES[String(conflict)] ?? 'terkait dengan pengusul'}.`,
  'verification.not-assigned': () => 'Usulan ini tidak ditugaskan kepada Anda. Minta penugasan kepada sekretariat.',
  'verification.none-chosen': () => 'Pilih verifikator.',
  'verification.already-assigned': ({ verifier }) => `${verifier} sudah memegang usulan ini.`,
  'verification.not-a-verifier': () => 'Orang ini bukan verifikator edisi ini.',
  'verification.incomplete': ({ left }) => `Masih ada ${left} indikator tanpa putusan.`,
  'verification.repair-standing': ({ left }) => `${left} indikator masih Perlu perbaikan. Kirim permintaan perbaikan, atau beri putusan akhir.`,
  'verification.repair-running': ({ until }) => `Inovator masih boleh memperbaiki sampai ${formatDateTime(String(until))}.`,
  'repair.nothing-noted': () => 'Pilih paling sedikit satu tempat yang perlu diperbaiki.',
  'repair.unknown-place': ({ place }) => `Tempat perbaikan tidak dikenal: ${place}.`,
  'repair.incomplete': () => 'Permintaan perbaikan belum lengkap. Periksa isian yang ditandai.',
  'repair.deadline-outside': ({ closesAt }) => `Batas perbaikan harus setelah sekarang dan paling lambat ${formatDateTime(String(closesAt))}.`,
  'indicator.not-found': () => 'Indikator ini tidak ada pada instrumen edisi.',
};

export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  agree: 'Sesuai klaim',
  lower: 'Turunkan level',
  repair: 'Perlu perbaikan',
  invalid: 'Bukti tidak sah',
};

export const verificationTexts = {
  others: 'Diputus verifikator lain',
  othersBlind: 'Verifikator lain sudah memutus indikator ini. Isinya tidak ditampilkan, agar putusan Anda berdiri sendiri.',
  none: 'Belum ada usulan yang ditugaskan kepada Anda.',
  elsewhere: (year: number, count: number) => `Edisi ${year}: ${formatWhole(count)} usulan menunggu putusan Anda`,
  needsOutside: 'Butuh verifikator luar',
  noVerifier: 'Belum ada verifikator',
  toList: 'Semua indikator',
  list: (decided: number, total: number) => `Semua indikator: ${decided} dari ${total} selesai`,
  left: (count: number) => `Ke indikator berikut yang belum diputus (${count} lagi)`,
  askRepair: (count: number) => (count === 0 ? 'Minta perbaikan' : `Minta perbaikan (${count})`),
  points: (points: string) => `${points} poin`,
  fewer: 'poin menurut levelnya',
  later: 'poin menunggu',
  zero: 'Tidak diklaim: terverifikasi 0 tanpa putusan.',
} as const;
