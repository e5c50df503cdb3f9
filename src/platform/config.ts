// The environment, read once. A bad value stops the start with one line.

import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ScannerPlace } from './scanner.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of this installation: database, evidence. */
  readonly home: string;
  /** Where a root process keeps the database programs. */
  readonly sharedHome: string;
  /** Where sockets go when the path of the data folder is too long for one. */
  readonly runtimeFolder: string;
  /** Where nightly backups go; best a disk of its own. */
  readonly backupFolder: string;
  /** Where copies of anchors go; null: nowhere. */
  readonly anchorFolder: string | null;
  /** Time stamp authority for anchors; null: none. */
  readonly stampUrl: string | null;
  /** What secrets at rest are sealed with; null: a key file in the data folder. */
  readonly secret: string | null;
  /** Code and name of the region a new installation is for; null: asked, or said at the command line. */
  readonly region: string | null;
  readonly databaseUrl: string | null;
  readonly migrateUrl: string | null;
  /** A pooler in transaction mode that pages go through; migrations, backups, checks and jobs go to the server itself. */
  readonly poolerUrl: string | null;
  readonly trustedProxy: boolean;
  /** Where the scanner for viruses listens; null: nothing is scanned. */
  readonly scanner: ScannerPlace | null;
  /** Whether the web process runs the jobs too; `bailang worker` runs them otherwise. */
  readonly ownWorker: boolean;
  /** Opens /metrics to who bears it; null: to this machine only. */
  readonly metricsToken: string | null;
}

export class BadConfig extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

const SHARED_HOME = '/var/lib/bailang';

/** Throws BadConfig with a sentence in Indonesian that names the key and what it takes. */
export function readConfig(env: Environment = process.env, isRoot = process.getuid?.() === 0): Config {
  const home = readHome(env, isRoot);
  return Object.freeze({
    port: readPort(env.PORT),
    host: readHost(env.HOST),
    home,
    backupFolder: readBackupFolder(env.BAILANG_BACKUP, home),
    anchorFolder: readAnchorFolder(env.BAILANG_ANCHOR_DIR),
    stampUrl: readStampUrl(env.BAILANG_TSA),
    secret: readSecret(env.BAILANG_SECRET),
    region: env.BAILANG_REGION?.trim() || null,
    sharedHome: SHARED_HOME,
    runtimeFolder: isRoot ? '/run' : env.XDG_RUNTIME_DIR || tmpdir(),
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL),
    migrateUrl: readUrl('DATABASE_MIGRATE_URL', env.DATABASE_MIGRATE_URL),
    poolerUrl: readPooler(env),
    trustedProxy: readYes('BAILANG_PROXY', env.BAILANG_PROXY),
    metricsToken: readToken(env.BAILANG_METRICS),
    scanner: readScanner(env.CLAMD_URL),
    ownWorker: readYes('BAILANG_WORKER', env.BAILANG_WORKER ?? 'ya'),
  });
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readPort(text = '3000'): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new BadConfig(`PORT harus angka 0 sampai 65535, bukan "${text}".`);
}

function readHost(text = '127.0.0.1'): string {
  if (/^[A-Za-z0-9.:-]+$/.test(text)) return text;
  throw new BadConfig(`HOST harus nama atau alamat mesin, bukan "${text}".`);
}

function readHome(env: Environment, isRoot: boolean): string {
  if (env.BAILANG_DATA !== undefined) {
    if (env.BAILANG_DATA.trim() === '') throw new BadConfig('BAILANG_DATA kosong. Isi dengan folder, atau hapus kuncinya.');
    return resolve(env.BAILANG_DATA);
  }
  if (isRoot) return join(SHARED_HOME, 'data');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'bailang');
}

function readBackupFolder(text: string | undefined, home: string): string {
  if (text === undefined) return join(home, 'cadangan');
  if (text.trim() === '') throw new BadConfig('BAILANG_BACKUP kosong. Isi dengan folder, atau hapus kuncinya.');
  return resolve(text);
}

function readAnchorFolder(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.trim() === '') throw new BadConfig('BAILANG_ANCHOR_DIR kosong. Isi dengan folder, atau hapus kuncinya.');
  return resolve(text);
}

function readStampUrl(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new BadConfig('BAILANG_TSA harus alamat http:// atau https:// sebuah server cap waktu RFC 3161.');
}

function readSecret(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (text.trim().length >= 32) return text.trim();
  throw new BadConfig('BAILANG_SECRET paling sedikit 32 huruf acak; hapus kuncinya untuk memakai berkas kunci di folder data.');
}

function readToken(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (text.trim().length >= 20) return text.trim();
  throw new BadConfig('BAILANG_METRICS harus paling sedikit 20 huruf acak; hapus kuncinya untuk membuka /metrics hanya dari mesin ini.');
}

function readUrl(key: string, text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new BadConfig(`${key} harus berbentuk postgresql://pengguna:sandi@mesin:5432/basisdata.`);
}

function readPooler(env: Environment): string | null {
  const url = readUrl('DATABASE_POOLER_URL', env.DATABASE_POOLER_URL);
  if (url !== null && !env.DATABASE_URL) throw new BadConfig('DATABASE_POOLER_URL hanya bersama DATABASE_URL, alamat server PostgreSQL-nya sendiri.');
  return url;
}

/** `tcp://127.0.0.1:3310` or `unix:///run/clamav/clamd.ctl`. */
function readScanner(text: string | undefined): ScannerPlace | null {
  if (text === undefined || text === '') return null;
  const [, path] = /^unix:(?:\/\/)?(\/.+)$/.exec(text) ?? [];
  if (path !== undefined) return { path };
  const [, host, port] = /^tcp:\/\/(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+):(\d{1,5})\/?$/.exec(text) ?? [];
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535) return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  throw new BadConfig('CLAMD_URL harus berbentuk tcp://127.0.0.1:3310 atau unix:///run/clamav/clamd.ctl; hapus kuncinya bila tidak ada ClamAV.');
}

function readYes(key: string, text = 'tidak'): boolean {
  if (text === 'ya' || text === 'tidak') return text === 'ya';
  throw new BadConfig(`${key} harus "ya" atau "tidak", bukan "${text}".`);
}
