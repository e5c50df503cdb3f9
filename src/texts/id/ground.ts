// What a process says of where its data lies, and when it does not share what it must.

const WORDS = {
  secret: 'kunci rahasianya lain (samakan BAILANG_SECRET, atau salin berkas kunci-rahasia)',
  evidence: 'folder buktinya lain (pakai BAILANG_DATA yang sama, misalnya folder jaringan yang dipasang di kedua mesin)',
} as const;

export function unsharedWords(things: readonly (keyof typeof WORDS)[], home: string): string {
  const what = things.map((thing) => WORDS[thing]).join('; ');
  return `Proses lain sudah memakai basis data ini, dan di ${home} ${what}. Bila yang lama memang hilang dan yang di sini penggantinya: bailang share.`;
}

interface Place {
  readonly home: string;
  readonly databaseUrl: string | null;
  readonly migrateUrl: string | null;
}

export function dataLines(config: Place): readonly string[] {
  if (config.databaseUrl === null) return [`Data: ${config.home}`];
  const lines = ['Data: server PostgreSQL dari DATABASE_URL', `Berkas bukti: ${config.home}`];
  return config.migrateUrl === null
    ? [...lines, 'Tanpa DATABASE_MIGRATE_URL peran pemilik dan peran aplikasi sama: larangan mengubah catatan audit hanya dijaga pemicu.']
    : lines;
}
