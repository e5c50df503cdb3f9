// The only file that wires: configuration, database, migrations, sample, web.

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ServerType } from '@hono/node-server';
import { closeAllDoors, type DoorsClosed } from './actions/operations/close-doors.ts';
import { takeGround, unsharedThings } from './actions/operations/stand-on-ground.ts';
import type { RegionWish } from './domain/people/name-region.ts';
import type { JobWorker } from './jobs/worker.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { dataFolder } from './platform/catalogues.ts';
import { systemMilliseconds, systemNow } from './platform/clock.ts';
import { type Config, isLoopback } from './platform/config.ts';
import { type Databases, OUR_ROLE, openDatabases } from './platform/databases.ts';
import { openDb } from './platform/db.ts';
import { holdsData, removeEmptyTables } from './platform/dump.ts';
import { endWithin, FAULT_STATUS, type Fault, TOLD, untilFault, untilTold } from './platform/ends.ts';
import { openFiles } from './platform/files.ts';
import { incidentCode, uuidV7 } from './platform/ids.ts';
import { addressOf, checkAddress, listen, stopListening } from './platform/listen.ts';
import { isTaken } from './platform/lock.ts';
import { gather, openLog } from './platform/log.ts';
import { migrate, requireSchema } from './platform/migrate.ts';
import { requirePooler, requireRights } from './platform/outside-server.ts';
import type { Platform } from './platform/platform.ts';
import { connectionOf } from './platform/postgres.ts';
import { loadBackup, type Restored, readHead } from './platform/restore.ts';
import { openScanner } from './platform/scanner.ts';
import { vaultOf } from './platform/vault.ts';
import { listRegions } from './store/people.read.ts';
import { dataLines, unsharedWords } from './texts/id/ground.ts';
import { regionTexts } from './texts/id/region.ts';

export interface Opened {
  readonly platform: Platform;
  /** Whether the database is our own, so that it may be given the sample. */
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

const project = dirname(dataFolder());
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
const migrations = join(project, 'migrations');
const newId = () => uuidV7(systemMilliseconds());

/** Lies in the data folder while the sample is being made, so that a half-made one is begun again. */
const unfinishedSample = (config: Config) => join(config.home, 'contoh-belum-selesai');

/** Opens database and files of an installation, migrated. */
export async function openInstallation(config: Config): Promise<Opened> {
  if (existsSync(unfinishedRestore(config)))
    throw new CannotStart(`Pemulihan ke ${config.home} belum selesai. Jalankan lagi bailang restore dengan berkas cadangannya.`);
  const databases = await openDatabases(config, existsSync(unfinishedSample(config)));
  await rm(unfinishedSample(config), { force: true });
  try {
    await migrate(databases.owner, migrations, { role: databases.role });
    await requireRights(databases.owner, databases.role);
    if (config.poolerUrl !== null) await requirePooler(config.poolerUrl, databases.role);
    return await onSharedGround(await openOn(databases, config), config);
  } catch (error) {
    await databases.stop();
    throw error;
  }
}

/** With the embedded database one process is alone with its folder. */
async function onSharedGround(opened: Opened, config: Config): Promise<Opened> {
  const unshared = config.databaseUrl === null ? [] : await unsharedThings(opened.platform);
  if (unshared.length === 0) return opened;
  await opened.platform.db.close();
  throw new CannotStart(unsharedWords(unshared, config.home));
}

/** Makes what lies here the folder and the secret that every process shares. */
export async function shareInstallation(config: Config): Promise<void> {
  if (config.databaseUrl === null) throw new CannotStart('Hanya dengan DATABASE_URL ada yang perlu dibagi.');
  const databases = await openDatabases(config);
  const opened = await openOn(databases, config);
  await takeGround(opened.platform).finally(() => opened.close());
}

/**
 * Opens an installation only to look at it: migrates nothing and makes no folder and no key. Refuses a database that is empty, not ours, or
 * not as this program knows it.
 */
export async function inspectInstallation(config: Config): Promise<Opened> {
  if (!hasInstallation(config)) throw new CannotStart(`Belum ada data di ${config.home}.`);
  const isServed = config.databaseUrl === null && isTaken(config.home);
  const databases = isServed ? besideTheServer(config) : await openDatabases(config);
  try {
    await requireSchema(databases.app, migrations);
    return await openOn(databases, config, true);
  } catch (error) {
    await databases.stop();
    throw error;
  }
}

function besideTheServer(config: Config): Databases {
  return { owner: '', app: connectionOf(config, OUR_ROLE), role: OUR_ROLE, stop: async () => {} };
}

/** Opens an installation to read from it, beside the process that serves it when there is one. */
export async function joinInstallation(config: Config): Promise<Opened> {
  if (config.databaseUrl !== null || !isTaken(config.home)) return openInstallation(config);
  return openOn(besideTheServer(config), config);
}

async function openOn(databases: Databases, config: Config, onlyLooks = false): Promise<Opened> {
  const { line, flush } = gather((text) => process.stderr.write(text));
  // On a terminal somebody reads along: only what is urgent.
  const log = openLog((text, isUrgent) => (isUrgent || !process.stderr.isTTY) && line(text, isUrgent), systemNow);
  const db = openDb(databases.app, { pooler: config.poolerUrl, onIdleError: (error) => log.error('database connection lost', error) });
  const evidence = join(config.home, 'evidence');
  if (!onlyLooks) await mkdir(evidence, { recursive: true, mode: 0o700 });
  const platform: Platform = {
    db,
    files: openFiles(evidence, newId),
    scanner: config.scanner === null ? null : openScanner(config.scanner),
    log,
    now: systemNow,
    newId,
    backup: { folder: config.backupFolder, connection: databases.app, program: `bailang ${version}` },
    anchors: { folder: config.anchorFolder, stampUrl: config.stampUrl },
    home: config.home,
    ownDatabase: config.databaseUrl === null,
    trustedProxy: config.trustedProxy,
    metricsToken: config.metricsToken,
    vault: vaultOf(config, onlyLooks),
  };
  const close = async () => {
    await db.close();
    await databases.stop();
    flush();
  };
  return { platform, isEmbedded: config.databaseUrl === null, close };
}

export interface ServeWishes {
  readonly empty: boolean;
  readonly sampleAnywhere: boolean;
  /** What was said of the region a new installation is for. */
  readonly region: Partial<RegionWish>;
}

/** Starts everything and says where it is. Resolves when a signal has ended it in order, or a fault: with the status to exit with. */
export async function serveInstallation(config: Config, wishes: ServeWishes): Promise<number> {
  const ends = Promise.race([untilTold(), untilFault()]);
  const opened = await unlessFault(ends, openInstallation(config));
  let server: ServerType | null = null;
  let worker: Pick<JobWorker, 'stop'> | null = null;
  let end: End | null = null;
  try {
    await checkAddress(config);
    const told = await Promise.race([prepare(opened, config, wishes), ends]);
    if (isEnd(told)) return statusAfter(told, opened);
    const { createApp } = await import('./web/app.ts');
    const { loadAssets } = await import('./web/assets.ts');
    const app = createApp(opened.platform, loadAssets(join(project, 'build', 'aset')));
    server = await listen(app.fetch, config);
    const address = addressOf(server, config);
    // A line that begins with a path is an address to open: it is printed whole.
    say([`BAILANG siap di ${address}`, ...dataLines(config), ...told.map((line) => line.replace(/^ +\//, `  ${address}`))]);
    process.send?.({ readyAt: Number(new URL(address).port) });
    if (config.ownWorker) worker = startJobs(opened.platform);
    end = await ends;
    return statusAfter(end, opened);
  } finally {
    await Promise.all([stopListening(server, end === TOLD ? undefined : FAULT_ANSWER_MS), worker?.stop()]);
    await opened.close();
  }
}

type End = typeof TOLD | Fault;

/** What begins, unless a fault comes first; who is told to end ends in order, once it has begun. */
function unlessFault<T extends object>(ends: Promise<End>, beginning: Promise<T>): Promise<T> {
  return Promise.race([beginning, ends.then((end) => (end === TOLD ? beginning : Promise.reject(end.error)))]);
}

const FAULT_ANSWER_MS = 500;
const FAULT_CLOSE_MS = 2500;

function isEnd(it: readonly string[] | End): it is End {
  return !Array.isArray(it);
}

/** A fault gets a number, as a failed request does: who reads the log finds it again. */
function statusAfter(end: End, { platform }: Opened): number {
  if (end === TOLD) return 0;
  endWithin(FAULT_CLOSE_MS);
  platform.log.error('unforeseen fault, the program ends', end.error, { code: incidentCode(platform.newId()) });
  return FAULT_STATUS;
}

/** Runs queued and scheduled jobs beside the process that serves, until a signal ends it, or a fault: with the status to exit with. */
export async function workInstallation(config: Config): Promise<number> {
  const ends = Promise.race([untilTold(), untilFault()]);
  const opened = await unlessFault(ends, joinInstallation(config));
  const worker = startJobs(opened.platform);
  say(['Pekerjaan latar berjalan.', ...dataLines(config)]);
  process.send?.({ readyAt: config.port });
  const status = statusAfter(await ends, opened);
  await worker.stop();
  await opened.close();
  return status;
}

/** Nothing waits for the worker to begin. */
function startJobs(platform: Platform): Pick<JobWorker, 'stop'> {
  const worker = import('./jobs/worker.ts').then(({ startWorker }) => startWorker(platform));
  return { stop: () => worker.then(({ stop }) => stop()) };
}

async function prepare(opened: Opened, config: Config, wishes: ServeWishes): Promise<readonly string[]> {
  const [region] = await listRegions(opened.platform.db);
  const asked = wishes.region.code;
  if (region !== undefined && asked !== undefined && asked !== region.code)
    throw new CannotStart(regionTexts.another(`${region.name} (${region.code})`, asked));
  if (region !== undefined) return region.isSample ? sampleAccounts(opened.platform) : [];
  if (wishes.empty || !opened.isEmbedded || asked !== undefined) return firstAdmin(opened.platform, wishes.region);
  if (!isLoopback(config.host) && !wishes.sampleAnywhere) {
    throw new CannotStart(
      'Data contoh hanya dibuat pada alamat mesin sendiri. Pakai --empty untuk mulai sungguhan, atau --contoh bila memang data contoh yang dimaksud.',
    );
  }
  process.stdout.write('Menyusun daerah contoh …\n');
  const { seedSample } = await import('./seeds/sample.ts');
  return makeSample(config, opened.platform, () => seedSample(opened.platform));
}

async function makeSample(config: Config, platform: Platform, make: () => Promise<unknown>): Promise<readonly string[]> {
  await writeFile(unfinishedSample(config), '');
  await make();
  await rm(unfinishedSample(config), { force: true });
  return sampleAccounts(platform);
}

/** Gives an empty installation one of the sample's stories, without serving it. */
export async function seedInstallation(config: Config, wanted: string): Promise<readonly string[]> {
  const { STORY_NAMES, seedNamedStory } = await import('./seeds/sample.ts');
  const story = STORY_NAMES.find((name) => name === wanted);
  if (story === undefined) throw new CannotStart(`Cerita ${wanted} tidak dikenal. Yang ada: ${STORY_NAMES.join(', ')}.`);
  if (config.databaseUrl !== null) throw new CannotStart('Data contoh tidak dibuat pada server dari DATABASE_URL.');
  const opened = await openInstallation(config);
  try {
    if ((await listRegions(opened.platform.db)).length > 0) throw new CannotStart(`Data di ${config.home} tidak kosong. Pakai BAILANG_DATA yang lain.`);
    return await makeSample(config, opened.platform, () => seedNamedStory(opened.platform, story));
  } finally {
    await opened.close();
  }
}

const sampleAccounts = async (platform: Platform) => (await import('./seeds/sample-accounts.ts')).sampleAccounts(platform);

async function firstAdmin(platform: Platform, wish: Partial<RegionWish>): Promise<readonly string[]> {
  const [{ makeFirstAdmin }, { namedRegion }] = await Promise.all([import('./seeds/empty.ts'), import('./cli/name-region.ts')]);
  const named = await namedRegion(wish);
  return [...regionTexts.made(named), ...(await makeFirstAdmin(platform, named))];
}

const say = (lines: readonly string[]) => void process.stdout.write(`${lines.join('\n')}\n`);

/** Lies in the data folder while an archive is being loaded, so that a half-restored installation is not taken for an empty one. */
const unfinishedRestore = (config: Config) => join(config.home, 'pemulihan-belum-selesai');

/**
 * Loads an archive into an empty installation and opens it. A sealed one is opened with `identities`. Refuses when there is data already. Who was
 * signed in where it was made is not signed in here.
 */
export async function restoreInstallation(
  config: Config,
  path: string,
  identities: readonly Uint8Array[],
): Promise<{ readonly opened: Opened; readonly restored: Restored; readonly doors: DoorsClosed }> {
  const head = await readHead(path, migrations, identities);
  await mkdir(config.home, { recursive: true, mode: 0o700 });
  const databases = await openDatabases(config);
  try {
    if (await holdsData(databases.owner)) throw new CannotStart('Sudah ada data di sini. Pemulihan hanya ke instalasi kosong: pakai BAILANG_DATA lain.');
    await writeFile(unfinishedRestore(config), '');
    await removeEmptyTables(databases.owner);
    await migrate(databases.owner, migrations, { role: databases.role, last: head.migrations.at(-1)?.name });
    const opened = await openOn(databases, config);
    const restored = await loadBackup(path, head, { connection: databases.owner, files: opened.platform.files, identities });
    await migrate(databases.owner, migrations, { role: databases.role });
    const doors = await closeAllDoors(opened.platform, { digest: restored.digest, madeAt: head.madeAt });
    await rm(unfinishedRestore(config), { force: true });
    return { opened, restored, doors };
  } catch (error) {
    await databases.stop();
    throw error;
  }
}

/** Whether the folder already holds a database: a question for commands that must not make one. */
export function hasInstallation(config: Config): boolean {
  return config.databaseUrl !== null || existsSync(join(config.home, 'database', 'PG_VERSION'));
}
