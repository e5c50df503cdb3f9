// Words of work on many entries at once.

import { fullStop } from './format.ts';

export const bulkTexts = {
  label: 'Tindakan untuk usulan yang dicentang',
  all: (count: number) => `Semua ${count} yang cocok`,
  assignTo: 'Tugaskan kepada',
  assign: 'Tugaskan…',
  remind: 'Ingatkan…',
  pick: 'Pilih verifikator',
  preview: 'Periksa dahulu',
  cancel: 'Batal',
  more: (count: number) => `dan ${count} lainnya`,
  assignTitle: (count: number, name: string) => `Tugaskan ${count} usulan kepada ${name}?`,
  assignConfirm: (count: number) => `Tugaskan ${count} usulan`,
  assignNote: 'Dapat dibatalkan dalam 30 detik. Verifikator diberi tahu sesudah itu.',
  remindTitle: (count: number) => `Ingatkan ${count} orang?`,
  remindConfirm: (count: number) => `Ingatkan ${count} orang`,
  remindNote: 'Dapat dibatalkan dalam 30 detik. Yang sudah diingatkan tentang hal yang sama dalam 24 jam terakhir tidak diingatkan lagi.',
  skipped: (count: number) => `${count} usulan tidak ikut:`,
  assigned: (count: number, name: string) => fullStop(`${count} usulan ditugaskan kepada ${name}`),
  reminded: (count: number) => `Pengingat untuk ${count} usulan dikirim sebentar lagi.`,
  undo: (seconds: number) => `Batalkan (${seconds} detik lagi)`,
  marked: (count: number) => `${count} terpilih`,
} as const;
