// Words of evidence: why a file is not taken, what it is, what the scanner for viruses said of it.

import { formatWhole } from './format.ts';
import type { Refusals } from './say.ts';

/** 'PDF/JPG/PNG' as words. */
export function formatsWords(formats: unknown): string {
  return String(formats)
    .split('/')
    .join(', ')
    .replace(/, ([^,]*)$/, ' atau $1');
}

const number = (value: unknown) => formatWhole(Number(value));
const fileOf = (file: unknown) => (typeof file === 'string' ? file : 'Berkas');

export const evidenceRefusals: Refusals = {
  'evidence.invalid': () => 'Bukti belum dilampirkan.',
  'evidence.not-found': () => 'Bukti itu tidak ada.',
  'evidence.empty': () => 'Berkas kosong (0 KB). Pilih berkas yang berisi.',
  'evidence.wrong-kind': ({ file }) => `Jenis berkas ini tidak diterima: ${file}. Unggah PDF, JPG, PNG, WebP, atau MP4.`,
  'evidence.office': ({ file }) => `${file} adalah berkas Word, Excel, atau PowerPoint. Buka, pilih Simpan Sebagai PDF, lalu unggah PDF-nya.`,
  'evidence.phone-picture': ({ file }) => `${file} adalah foto HEIC, yang tidak dapat dibuka di semua komputer. Simpan sebagai JPG, lalu unggah JPG-nya.`,
  'evidence.misnamed': ({ file, named }) =>
    `${file} bernama ${named}, tetapi isinya bukan ${named} atau rusak. Buka aslinya, simpan lagi sebagai ${named}, lalu unggah.`,
  'evidence.too-large': ({ megabytes }) => `Berkas lebih dari ${megabytes} MB. Perkecil, kirim sebagai foto, atau lampirkan tautan video.`,
  'evidence.locked': ({ file }) => `${fileOf(file)} terkunci kata sandi. Buka kuncinya, lalu unggah lagi.`,
  'evidence.broken': ({ file, kind }) => `${fileOf(file)} rusak atau terpotong. Buka aslinya, simpan lagi sebagai ${kind}, lalu unggah.`,
  'evidence.two-in-one': ({ file, kind }) =>
    `${fileOf(file)} membawa isi lain di dalam ${kind}-nya, misalnya arsip atau halaman web. Buka aslinya, simpan lagi sebagai ${kind}, lalu unggah.`,
  'evidence.pdf-active': ({ file }) =>
    `${fileOf(file)} memuat perintah yang berjalan sendiri (skrip, formulir, atau program). Cetak ke PDF, lalu unggah hasil cetaknya.`,
  'evidence.pdf-carries': ({ file }) =>
    `${fileOf(file)} membawa berkas lain sebagai lampiran di dalamnya. Cetak ke PDF, lalu unggah hasil cetaknya; lampirannya unggah tersendiri.`,
  'evidence.too-many-pages': ({ file, most }) => `${fileOf(file)} lebih dari ${number(most)} halaman. Unggah bagian yang membuktikan saja.`,
  'evidence.too-many-pixels': ({ file, width, height, megapixels }) =>
    `${fileOf(file)} berukuran ${number(width)} × ${number(height)} piksel; paling besar ${megapixels} megapiksel. Perkecil gambarnya, lalu unggah lagi.`,
  'evidence.film-long': ({ file, hours }) => `${fileOf(file)} lebih dari ${hours} jam. Potong bagian yang membuktikan, atau lampirkan tautan video.`,
  'evidence.none-chosen': () => 'Pilih berkas yang akan diunggah.',
  'evidence.not-chosen': () => 'Pilih satu berkas dari daftar.',
  'evidence.link-invalid': () => 'Isi alamat lengkap yang diawali https://.',
  'evidence.link-too-long': ({ most }) => `Alamat paling panjang ${number(most)} huruf.`,
  'evidence.pages-invalid': () => 'Isi halaman seperti 2-3 atau 2-3, 7. Kosongkan bila seluruh berkas.',
};
