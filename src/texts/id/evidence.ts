// Words of evidence: why a file is not taken, what it is, what the scanner for viruses said of it.

import type { CheckState, FileState } from '../../domain/evidence/check.ts';
import type { FileKind } from '../../domain/innovation/evidence.ts';
import { formatFileSize, formatWhole } from './format.ts';
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

/** What the scanner for viruses said, beside a file. */
export const checkWords: Readonly<Record<CheckState, string>> = {
  unchecked: 'belum diperiksa virus',
  clean: 'bersih dari virus',
  quarantined: 'dikarantina',
};

export const checkTexts = {
  waiting: 'Bukti sedang diperiksa',
  waitingLead: 'Bukti ini belum selesai diperiksa dari virus. Coba buka lagi beberapa menit lagi.',
  waitingBeside: 'Bukti ini sedang diperiksa dari virus. Muat ulang halaman beberapa menit lagi.',
  quarantined: 'Berkas ini memuat virus dan dikarantina: tidak dapat dibuka dan tidak dihitung sebagai bukti.',
  replace: 'Berkas ini memuat virus: tidak dapat dibuka dan tidak dihitung sebagai bukti. Lepas, lalu unggah penggantinya.',
} as const;

/** A file in a few words: kind, what it is, size, and what the scanner said. */
export function fileWords({ kind, bytes, facts, checkState }: FileState): string {
  return [kindWords(kind), extentWords(facts), formatFileSize(bytes), checkWords[checkState]].filter((part) => part !== '').join(' · ');
}

interface Attached extends Pick<FileState, 'checkState'> {
  readonly kind: FileKind | 'link';
  readonly bytes: number | null;
  readonly facts: FileState['facts'] | null;
  readonly link: string | null;
}

/** The same of whatever is attached: a link says where it leads. */
export function attachedWords({ kind, bytes, facts, checkState, link }: Attached): string {
  return kind === 'link' || bytes === null || facts === null ? `tautan ${link ?? ''}`.trim() : fileWords({ kind, bytes, facts, checkState });
}

function kindWords(kind: FileKind): string {
  return kind === 'webp' ? 'WebP' : kind.toUpperCase();
}

function extentWords({ pages, width, height, seconds }: FileState['facts']): string {
  const size = width === null || height === null ? '' : `${formatWhole(width)} × ${formatWhole(height)} piksel`;
  if (pages !== null) return `${formatWhole(pages)} halaman`;
  if (seconds === null) return size;
  return [lengthWords(seconds), size].filter((part) => part !== '').join(' · ');
}

function lengthWords(seconds: number): string {
  if (seconds === 0) return '';
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 ? `${formatWhole(minutes)} menit` : '', rest > 0 ? `${rest} detik` : ''].filter((part) => part !== '').join(' ');
}
