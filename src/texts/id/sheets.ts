// Words for files of tables: what a spreadsheet must be, and what is wrong with one of its cells.

import type { Refusals } from './say.ts';

export const sheetRefusals: Refusals = {
  'sheet.not-a-spreadsheet': () => 'Berkas ini bukan tabel. Simpan dari Excel sebagai "Excel Workbook (.xlsx)", lalu pilih lagi.',
  'sheet.old-format': () =>
    'Berkas ini berformat Excel lama (.xls) atau berkata sandi. Simpan tanpa kata sandi sebagai "Excel Workbook (.xlsx)", lalu pilih lagi.',
  'sheet.damaged': () => 'Berkas Excel ini rusak atau terpotong. Buka di Excel, simpan ulang, lalu pilih lagi.',
  'sheet.file-too-large': () => 'Berkas ini terlalu besar. Salin hanya tabel yang diperlukan ke berkas baru.',
  'sheet.cell-too-large': () => 'Satu sel di berkas ini berisi jauh lebih banyak dari yang dapat ditulis di Excel. Hapus isi sel itu, lalu pilih lagi.',
  'sheet.too-slow': ({ seconds }) => `Berkas ini belum selesai dibaca dalam ${seconds} detik. Salin hanya tabel yang diperlukan ke berkas baru.`,
  'sheet.busy': () => 'Server sedang membaca berkas lain. Tunggu sebentar, lalu kirim lagi.',
  'sheet.too-many-rows': ({ sheet, cell, most }) => `Lembar "${sheet}" masih berisi di sel ${cell}, padahal paling banyak ${most} baris. Bagi tabelnya.`,
  'sheet.too-many-columns': ({ sheet, cell, most }) =>
    `Lembar "${sheet}" masih berisi di sel ${cell}, padahal paling banyak ${most} kolom. Hapus kolom yang tidak dipakai.`,
  'sheet.too-many-sheets': ({ most }) => `Berkas ini berisi lebih dari ${most} lembar. Salin lembar yang diperlukan ke berkas baru.`,
  'import.column-missing': ({ heading }) => `Tidak ada kolom ${heading}. Tulis judul kolom pada baris pertama.`,
  'import.cell-merged': () => 'Sel ini digabung dengan sel lain. Pisahkan, lalu isi setiap barisnya.',
  'import.cell-formula': () => 'Sel ini berisi rumus. Salin, lalu tempel sebagai nilai.',
  'import.cell-number-too-long': () => 'Excel membulatkan angka ini, jadi angka terakhirnya hilang. Ubah format kolom menjadi Teks, lalu ketik ulang.',
  'import.cell-error': () => 'Sel ini berisi galat dari Excel. Isi dengan nilainya.',
  'import.cell-encoding': () => 'Huruf di sel ini tidak terbaca. Simpan dari Excel sebagai "CSV UTF-8" atau .xlsx.',
};
