// Words about how the server does.

import type { Concern, ConcernCode } from '../../domain/audit/health.ts';
import { backupFaultWords } from './backup.ts';
import { formatFileSize, formatWhole } from './format.ts';
import { mailFaultWords } from './message-pages.ts';

type Facts = Concern['facts'];

const PLACES: Readonly<Record<string, string>> = { data: 'Disk data', backup: 'Disk cadangan' };
const place = ({ place: name }: Facts) => PLACES[String(name)] ?? 'Disk';
const free = ({ free: bytes }: Facts) => formatFileSize(Number(bytes));
const count = (value: unknown) => formatWhole(Number(value));

const scannerFaultWords: Readonly<Record<string, string>> = {
  unreachable: 'tidak terhubung',
  'too-large': 'menolak berkas yang besar (naikkan StreamMaxLength menjadi 110M)',
  'unknown-answer': 'menjawab yang tidak dikenal',
};

const SENTENCES: Readonly<Record<ConcernCode, (facts: Facts) => string>> = {
  'disk-full': (facts) => `${place(facts)} hampir habis: tinggal ${free(facts)}. Unggahan dan simpanan segera gagal; kosongkan atau perbesar sekarang.`,
  'disk-low': (facts) => `${place(facts)} menipis: tinggal ${free(facts)}. Kosongkan atau perbesar sebelum habis.`,
  'clock-behind': ({ seconds }) =>
    `Jam server mundur ${count(seconds)} detik dari catatan terakhir. Batas waktu dinilai dengan jam ini: betulkan jam server dan hidupkan penyelarasnya (NTP).`,
  'clock-apart': ({ seconds }) => `Jam server dan jam basis data berbeda ${count(seconds)} detik. Hidupkan penyelaras jam (NTP) di keduanya.`,
  'backup-old': ({ hours }) => `Cadangan terakhir yang berhasil sudah ${count(hours)} jam lalu. Lihat halaman Cadangan.`,
  'backup-none': () => 'Belum ada cadangan. Buat yang pertama di halaman Cadangan.',
  'backup-incomplete': ({ count: missing }) =>
    `${count(missing)} berkas bukti hilang atau isinya berubah di penyimpanan, sehingga cadangan terakhir tidak lengkap. Jalankan bailang check-invariants di server: ia menyebut berkasnya. Yang utuh ada di cadangan yang lebih lama.`,
  'trial-failed': ({ fault }) =>
    `Percobaan pulih terakhir gagal: ${backupFaultWords(String(fault))}. Buat cadangan baru, lalu coba pulihkan; lihat halaman Cadangan.`,
  'promises-broken': ({ count: broken }) =>
    `${count(broken)} janji sistem tidak terpenuhi pada pemeriksaan terakhir. Jalankan bailang check-invariants di server, lalu hubungi pengembang.`,
  'mail-down': ({ fault }) => `Server surel bermasalah: ${mailFaultWords(String(fault))}. Pesan menunggu dan tetap ada di kotak penerima.`,
  'scanner-down': ({ fault, minutes }) =>
    `Pemeriksa virus (ClamAV) ${scannerFaultWords[String(fault)] ?? 'tidak menjawab'} sejak ${count(minutes)} menit lalu. Bukti baru menunggu dan belum terlihat oleh verifikator dan juri. Hidupkan clamd, atau hapus CLAMD_URL untuk sementara.`,
  'jobs-failed': ({ count: failed }) => `${count(failed)} pekerjaan latar gagal dalam sehari terakhir. Sebabnya ada di catatan server.`,
  'jobs-stuck': ({ minutes }) => `Pekerjaan latar menunggu ${count(minutes)} menit. Pastikan bailang worker berjalan.`,
};

/** What is the matter, and what to do. */
export function concernWords({ code, facts }: Concern): string {
  return SENTENCES[code](facts);
}

export const serverTexts = {
  title: 'Keadaan server',
  lead: 'Yang perlu diketahui pengelola: ruang, jam, cadangan, pemeriksaan, surel, dan pekerjaan latar.',
  well: 'Semua baik. Tidak ada yang perlu dikerjakan.',
  concerns: 'Perlu perhatian',
  grave: 'Server perlu perhatian sekarang',
} as const;

export const statusTexts = {
  title: 'Status layanan',
  well: 'Semua berjalan.',
  slow: 'Berjalan, dengan catatan.',
  pages: 'Halaman dan penyimpanan',
  mail: 'Pemberitahuan lewat surel',
  mailOff: 'belum dipakai di daerah ini; pemberitahuan ada di halaman Tugas saya',
  mailDown: 'terganggu; pesan menunggu dan tetap ada di halaman Tugas saya',
  backup: 'Cadangan',
} as const;

/** What the admin reads about the scanner for viruses. */
export function scannerWords(isSet: boolean, { scannerDownSince, unchecked, quarantined }: Scanned): string {
  const waiting = unchecked === 0 ? '' : `; ${formatWhole(unchecked)} berkas belum diperiksa`;
  const kept = quarantined === 0 ? '' : `; ${formatWhole(quarantined)} berkas dikarantina`;
  if (!isSet) return `tidak dipakai (CLAMD_URL belum diisi)${waiting}${kept}`;
  return `${scannerDownSince === null ? 'menjawab' : 'tidak menjawab'}${waiting}${kept}`;
}

interface Scanned {
  readonly scannerDownSince: string | null;
  readonly unchecked: number;
  readonly quarantined: number;
}

/** What sweeps of the evidence folder took away so far. */
export function sweepWords(swept: { readonly files: number; readonly bytes: number }): string {
  return swept.files === 0 ? 'belum ada' : `${formatWhole(swept.files)} berkas, ${formatFileSize(swept.bytes)}`;
}
