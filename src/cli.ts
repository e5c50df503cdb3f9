// The command line. Each command is loaded when it is asked for.

import { CannotStart } from './platform/cannot-start.ts';
import { BadConfig, readConfig } from './platform/config.ts';

interface Command {
  readonly help: string;
  readonly run: (words: readonly string[]) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: { help: 'menjalankan BAILANG [--empty --daerah KODE --nama "NAMA" --awalan HURUF] [--contoh]', run: serve },
  rank: {
    help: 'menghitung hasil resmi dari berkas: --scores scores.csv --config config.json',
    run: async (words) => (await import('./cli/rank.ts')).runRank(words, io),
  },
  index: {
    help: 'menghitung Indeks Inovasi Daerah dari berkas: --rule iid-2026 portfolio.json',
    run: async (words) => (await import('./cli/index-command.ts')).runIndex(words, io),
  },
  skm: {
    help: 'menghitung Survei Kepuasan Masyarakat dari berkas: jawaban.csv [--weight 0.11] [--population JUMLAH]',
    run: async (words) => (await import('./cli/skm.ts')).runSkm(words, io),
  },
  verify: {
    help: 'memeriksa bundel hasil tanpa data dan tanpa jaringan: BUNDEL.json [--digest SIDIK] [--daftar-kunci SIDIK] [--jangkar BERKAS] [--key KUNCI]',
    run: async (words) => (await import('./cli/verify.ts')).runVerify(words, io),
  },
  seed: { help: 'mengisi data kosong dengan daerah contoh [fresh|midway|finished]', run: (words) => seed(words) },
  worker: {
    help: 'menjalankan pekerjaan latar di proses sendiri, bila BAILANG_WORKER=tidak',
    run: async () => (await import('./main.ts')).workInstallation(readConfig()),
  },
  backup: {
    help: 'menyalin semua data dan bukti ke satu berkas, sementara sistem berjalan: BERKAS.tar.age',
    run: async (words) => (await import('./cli/backup.ts')).runBackup(readConfig(), words, io),
  },
  restore: {
    help: 'memulihkan cadangan ke instalasi kosong: BERKAS.tar.age [--kunci "24 KATA" | --kunci-berkas BERKAS]; --coba hanya mencoba',
    run: async (words) => (await import('./cli/backup.ts')).runRestore(readConfig(), words, io),
  },
  share: {
    help: 'dengan DATABASE_URL: folder bukti dan kunci rahasia di sini menjadi milik bersama semua proses',
    run: async () => {
      await (await import('./main.ts')).shareInstallation(readConfig());
      return 0;
    },
  },
  unseal: {
    help: 'membuka segel satu cadangan menjadi tar biasa: BERKAS.tar.age BERKAS.tar [--kunci "24 KATA"]',
    run: async (words) => (await import('./cli/backup-key.ts')).runUnseal(readConfig(), words, io),
  },
  key: {
    help: 'membuat kunci cadangan bagi kantor lain (penerima kedua)',
    run: async (words) => (await import('./cli/backup-key.ts')).runKey(words, io),
  },
  link: {
    help: 'membuat tautan kata sandi darurat dari server: NIP_ATAU_SUREL [--lepas-pengaman]',
    run: async (words) => (await import('./cli/link.ts')).runLink(readConfig(), words, io),
  },
  'check-invariants': {
    help: 'memeriksa semua janji sistem pada data ini; --jangkar BERKAS membandingkan jejaknya dengan jangkar lama',
    run: async (words) => (await import('./cli/check-invariants.ts')).runCheck(readConfig(), io, words),
  },
};

const seed: Command['run'] = async ([story = 'midway']) => {
  const { seedInstallation } = await import('./main.ts');
  for (const line of await seedInstallation(readConfig(), story)) io.stdout(`${line}\n`);
  return 0;
};

const io = {
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
};

async function serve(words: readonly string[]): Promise<number> {
  const { readRegionWords, withEnvironment } = await import('./cli/name-region.ts');
  const { wish, rest } = readRegionWords(words);
  const unknown = rest.find((word) => word !== '--empty' && word !== '--contoh');
  if (unknown !== undefined) throw new BadConfig(`Pilihan ${unknown} tidak dikenal. Yang ada: --empty, --daerah, --nama, --awalan, --contoh.`);
  const { serveInstallation } = await import('./main.ts');
  const config = readConfig();
  return serveInstallation(config, {
    empty: rest.includes('--empty'),
    sampleAnywhere: rest.includes('--contoh'),
    region: withEnvironment(wish, config.region),
  });
}

function help(): string {
  return `Pemakaian: bailang <perintah>\n${Object.entries(COMMANDS)
    .map(([name, { help }]) => `  ${name.padEnd(18)}${help}\n`)
    .join('')}`;
}

async function main([name = 'help', ...words]: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command === undefined) {
    if (name === 'help' || name === '--help') {
      io.stdout(help());
      return 0;
    }
    io.stderr(`Perintah ${name} tidak dikenal.\n${help()}`);
    return 2;
  }
  try {
    return await command.run(words);
  } catch (error) {
    if (error instanceof BadConfig) return refuse(error.message, 2);
    if (error instanceof CannotStart) return refuse(error.message, 1);
    throw error;
  }
}

function refuse(words: string, code: number): number {
  io.stderr(`${words}\n`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
