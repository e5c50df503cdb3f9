// Words about backups.

export const backupTexts = {
  title: 'Cadangan',
  lead: 'Satu berkas yang memuat semua data dan bukti, dibuat tiap malam dengan sendirinya.',
  now: 'Buat cadangan sekarang',
  started: 'Cadangan sedang dibuat. Muat ulang halaman ini sebentar lagi.',
  failed: 'Cadangan tidak jadi. Sebabnya ada di daftar di bawah; cadangan sebelumnya tetap utuh.',
  none: 'Belum ada cadangan. Buat yang pertama sekarang.',
  old: 'Cadangan terakhir lebih dari satu hari yang lalu. Buat sekarang, lalu periksa ruang disk.',
  missing: (count: number) => `${count} berkas bukti tercatat tetapi tidak ada di penyimpanan. Hubungi pengelola server.`,
  neverTried: 'Belum pernah dicoba pulih. Cadangan yang tidak pernah dicoba belum tentu bisa dipakai.',
  away: 'Salin berkasnya ke tempat lain (disk luar, mesin lain). Cadangan pada disk yang sama hilang bersama disknya.',
} as const;

const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'disk penuh',
  EDQUOT: 'jatah disk habis',
  EFBIG: 'disk tidak menerima berkas sebesar itu',
  EACCES: 'folder tidak boleh ditulisi',
  EROFS: 'disk hanya dapat dibaca',
  ENOENT: 'folder tidak ada',
  restore: 'tidak dapat dipulihkan',
};

export function backupFaultWords(code: string): string {
  return FAULTS[code] ?? `gangguan (${code})`;
}
