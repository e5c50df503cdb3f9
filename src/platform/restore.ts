// A restore: the archive into an empty database and evidence store, all of it or nothing.

import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { type ArchiveSize, DamagedArchive, isSealed, readArchive, textOf } from './archive.ts';
import { type BackupHead, FORMAT, HEAD } from './backup.ts';
import { CannotStart } from './cannot-start.ts';
import { sha256Hex } from './crypto.ts';
import { type Loader, openLoader, type Table } from './dump.ts';
import type { Files } from './files.ts';

class HeadRead extends Error {}

/** Reads the head of an archive. Refuses what is not a backup, or comes from a newer program. */
export async function readHead(path: string, migrations: string, identities: readonly Uint8Array[] = []): Promise<BackupHead> {
  let head: BackupHead | null = null;
  try {
    await readArchive(
      path,
      async (name, content) => {
        if (name === HEAD) head = JSON.parse(await textOf(content)) as BackupHead;
        throw new HeadRead();
      },
      identities,
    );
  } catch (error) {
    // A sealed one cannot be another file: where it does not open, it was changed.
    if (error instanceof DamagedArchive && (await isSealed(path))) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new CannotStart(`Berkas ${path} tidak ada.`);
    if (!(error instanceof HeadRead || error instanceof DamagedArchive || error instanceof SyntaxError)) throw error;
  }
  if (!isHead(head)) throw new CannotStart(`${path} bukan cadangan BAILANG, atau awalnya rusak.`);
  refuseNewer(head, migrations);
  return head;
}

function isHead(head: BackupHead | null): head is BackupHead {
  return head !== null && Number.isInteger(head.format) && Array.isArray(head.migrations) && Array.isArray(head.tables);
}

function refuseNewer({ format, migrations, program }: BackupHead, folder: string): void {
  const known = new Set(readdirSync(folder));
  const unknown = migrations.find(({ name }) => !known.has(name));
  if (format > FORMAT || unknown !== undefined)
    throw new CannotStart(`Cadangan ini dibuat oleh BAILANG yang lebih baru (${program}). Perbarui program ini dulu, lalu pulihkan.`);
  const changed = migrations.find(({ name, sha256 }) => sha256Hex(readFileSync(join(folder, name), 'utf8')) !== sha256);
  if (changed !== undefined)
    throw new CannotStart(`Berkas migrasi ${changed.name} di program ini berbeda dari yang membuat cadangan. Pakai program yang utuh.`);
}

export interface Restored extends ArchiveSize {
  readonly head: BackupHead;
  readonly files: number;
  /** Evidence that was no longer what its name says when the backup was made: the archive is whole, but these did not come back. */
  readonly damaged: readonly string[];
}

/** Evidence so far: how much came, what was not there before, and what was not what its name says. */
interface Taken {
  count: number;
  readonly fresh: string[];
  readonly damaged: string[];
}

export interface LoadPlace {
  readonly connection: Parameters<typeof openLoader>[0];
  readonly files: Files;
  /** Secret parts of keys that may open the archive. */
  readonly identities?: readonly Uint8Array[];
}

/** Loads tables and evidence. The database must have the archive's tables, empty. A damaged archive leaves nothing behind. */
export async function loadBackup(path: string, head: BackupHead, { connection, files, identities = [] }: LoadPlace): Promise<Restored> {
  const loader = await openLoader(connection, head.tables);
  const taken: Taken = { count: 0, fresh: [], damaged: [] };
  const load = new TableLoad(loader, head.tables);
  try {
    const size = await readArchive(
      path,
      async (name, content) => {
        if (name.startsWith('tabel/')) return load.take(name, content);
        await load.end();
        if (name.startsWith('bukti/')) await keepEvidence(name.slice('bukti/'.length), content, files, taken);
      },
      identities,
    );
    await load.end();
    await loader.commit();
    return { ...size, head, files: taken.count, damaged: taken.damaged };
  } catch (error) {
    for (const sha256 of taken.fresh) await files.remove(sha256);
    throw error;
  } finally {
    await loader.close();
  }
}

/** Parts of one table follow each other and go into one COPY. */
class TableLoad {
  readonly #loader: Loader;
  readonly #tables: ReadonlyMap<string, Table>;
  #open: { readonly name: string; readonly sink: Writable } | null = null;

  constructor(loader: Loader, tables: readonly Table[]) {
    this.#loader = loader;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async take(member: string, content: Readable): Promise<void> {
    const name = /^tabel\/(\w+)\.\d+\.gz$/.exec(member)?.[1] ?? '';
    const table = this.#tables.get(name);
    if (table === undefined) throw new DamagedArchive(member, 'a table that the head does not name');
    if (this.#open?.name !== name) {
      await this.end();
      const sink = this.#loader.write(table);
      sink.on('error', () => undefined);
      this.#open = { name, sink };
    }
    const { sink } = this.#open;
    if (!sink.write(await unpack(member, content))) await Promise.race([once(sink, 'drain'), once(sink, 'error').then(([error]) => Promise.reject(error))]);
  }

  async end(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    open.sink.end();
    await finished(open.sink).catch((error: Error) => {
      throw new DamagedArchive(`tabel/${open.name}`, error.message);
    });
  }
}

async function unpack(member: string, content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  try {
    return gunzipSync(Buffer.concat(chunks));
  } catch (error) {
    throw new DamagedArchive(member, (error as Error).message);
  }
}

/** The list of the archive is checked at its end: content that is not its name was changed before the backup if the list agrees with it, and in the archive otherwise. */
async function keepEvidence(sha256: string, content: Readable, files: Files, taken: Taken): Promise<void> {
  const wasThere = await files.has(sha256);
  if (!(await files.keep(sha256, content))) return void taken.damaged.push(sha256);
  taken.count += 1;
  if (!wasThere) taken.fresh.push(sha256);
}
