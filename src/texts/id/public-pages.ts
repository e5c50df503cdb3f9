// Words of the pages that anybody reads: home, schedule, help.

import type { Stage } from '../../domain/edition/stage.ts';
import { formatDateTime } from './format.ts';

export const homeTexts = {
  register: 'Daftarkan inovasi kantor Anda',
  entriesOfOffice: 'Lihat usulan kantor Anda',
  entriesComeIn: 'Lihat usulan yang masuk',
  seeSchedule: 'Lihat jadwal',
  passageOf: (year: number) => `Perjalanan usulan ${year}`,
  passage: ({
    sent,
    verified,
    finalists,
    winners,
  }: {
    readonly sent: number;
    readonly verified: number;
    readonly finalists: number;
    readonly winners: number;
  }) => [
    { count: sent, label: 'usulan dikirim' },
    { count: verified, label: 'selesai diverifikasi' },
    { count: finalists, label: 'finalis' },
    { count: winners, label: 'juara' },
  ],
  besides: (stage: Stage) => `Juga berjalan: ${stage.name}, ditutup ${formatDateTime(stage.closesAt)}.`,
  sealedTitle: 'Nilai tertutup sampai pleno',
  sealed:
    'Setiap juri menilai sendiri. Tidak ada yang melihat nilai juri lain, rata-rata, atau urutan sebelum pleno, termasuk panitia. Setelah hasil ditetapkan dan diumumkan, nilai akhir, rumusnya, dan rata-rata tiap kriteria terbuka di sini.',
  openTitle: 'Nilai sudah terbuka',
  open: 'Setiap juri menilai sendiri, dan sampai pleno tidak ada yang melihat nilai juri lain. Kini nilai akhir, rumusnya, dan rata-rata tiap kriteria terbuka pada halaman hasil.',
  finalists: 'Finalis, menurut urutan tampil',
  stillRunning: (year: number) => `Edisi ${year} masih berjalan`,
  awaited: 'Seluruh tahapnya sudah lewat. Hasilnya menunggu diumumkan.',
  finalistsOf: (year: number) => `Finalis ${year}, menurut urutan tampil`,
  scheduleOf: (year: number) => `Jadwal ${year}`,
  guideOf: (year: number) => `Pedoman ${year}`,
  howJudged: 'Cara menilai dan bobotnya',
} as const;

export const helpTexts = {
  objection: 'Saya ingin menyanggah hasil.',
  objectionHow: 'Selama tahap sanggah, sampaikan kepada panitia: sebutkan kategori, nama inovasi, dan angka yang Anda persoalkan.',
  ask: 'Tanyakan kepada panitia. Sebutkan nama, kantor, dan alamat halaman yang Anda buka.',
} as const;

export const scheduleTexts = {
  title: 'Jadwal',
  none: 'Belum ada jadwal',
  noneLead: 'Sekretariat belum membuat edisi.',
  clock: (zoneWord: string) => `Semua waktu memakai ${zoneWord}. Yang berlaku jam di kaki halaman ini, bukan jam ponsel Anda.`,
  phases: { ahead: 'Akan datang', open: 'Sedang berjalan', closed: 'Selesai' },
  /** Where the calendar holds more than one edition. */
  stageOf: (stage: string, year: number) => `${stage} (${year})`,
  changes: 'Perubahan jadwal',
  keep: 'Simpan ke kalender',
  keepNote: 'Semua tahap masuk ke kalender ponsel, dengan pengingat sehari sebelum ditutup.',
} as const;
