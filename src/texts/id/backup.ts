// Words about backups.

export const backupTexts = {
  title: 'Cadangan',
  lead: 'Satu berkas yang memuat semua data dan bukti, dibuat tiap malam dengan sendirinya.',
  now: 'Buat cadangan sekarang',
  started: 'Cadangan sedang dibuat. Muat ulang halaman ini sebentar lagi.',
  failed: 'Cadangan tidak jadi. Sebabnya ada di daftar di bawah; cadangan sebelumnya tetap utuh.',
  none: 'Belum ada cadangan. Buat yang pertama sekarang.',
  old: 'Cadangan terakhir lebih dari satu hari yang lalu. Buat sekarang, lalu periksa ruang disk.',
  missing: (count: number) =>
    `${count} berkas bukti hilang atau isinya berubah di penyimpanan, sehingga cadangan terakhir tidak lengkap. Pengelola server: bailang check-invariants menyebut berkasnya; yang utuh ada di cadangan yang lebih lama, jangan hapus yang itu.`,
  incomplete: (count: number) => `tidak lengkap: ${count} berkas bukti hilang atau rusak`,
  trialFailed: 'Percobaan pulih yang terakhir gagal. Buat cadangan baru, lalu coba pulihkan lagi.',
  neverTried: 'Belum pernah dicoba pulih. Cadangan yang tidak pernah dicoba belum tentu bisa dipakai.',
  away: 'Salin berkasnya ke tempat lain (disk luar, mesin lain). Cadangan pada disk yang sama hilang bersama disknya.',
} as const;

/** What backup and restore say at the command line. */
export const restoreTexts = {
  missing: (sha256: string) =>
    `Berkas bukti ${sha256} tercatat, tetapi di penyimpanan tidak ada, terpotong, atau isinya berubah. Ambil yang utuh dari cadangan yang lebih lama (panduan cadangan).`,
  damaged: (sha256: string) =>
    `Berkas bukti ${sha256} sudah rusak ketika dicadangkan dan tidak dipulihkan. Ambil yang utuh dari cadangan yang lebih lama (panduan cadangan).`,
  holds: 'Semua janji sistem terpenuhi.',
  broken: (count: number) => `Data sudah pulih, tetapi ${count} janji tidak terpenuhi: lihat baris di atas.`,
  start: ({ home, databaseUrl }: { readonly home: string; readonly databaseUrl: string | null }) => {
    const folder = /^[\w./-]+$/.test(home) ? home : `'${home.replaceAll("'", `'\\''`)}'`;
    return databaseUrl === null
      ? `Hidupkan dengan: BAILANG_DATA=${folder} npm start (atau layanan yang memakai folder data itu: systemctl start bailang)`
      : `Hidupkan dengan: npm start, dengan DATABASE_URL yang sama dan BAILANG_DATA=${folder}`;
  },
  tried: 'Percobaan pulih berhasil; hasilnya dibuang lagi.',
  triedBroken: (count: number) => `Percobaan pulih tidak berhasil seluruhnya: ${count} janji tidak terpenuhi. Hasilnya dibuang lagi.`,
} as const;

const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'disk penuh',
  EDQUOT: 'jatah disk habis',
  EFBIG: 'disk tidak menerima berkas sebesar itu',
  EACCES: 'folder tidak boleh ditulisi',
  EROFS: 'disk hanya dapat dibaca',
  ENOENT: 'folder tidak ada',
  EIO: 'disk tidak dapat dibaca',
  key: 'kunci tidak membuka berkasnya',
  archive: 'berkas cadangan rusak atau terpotong',
  promises: 'pulih, tetapi ada janji sistem yang tidak terpenuhi',
  restore: 'tidak dapat dipulihkan',
};

export function backupFaultWords(code: string): string {
  return FAULTS[code] ?? `gangguan (${code})`;
}
