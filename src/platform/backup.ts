// A backup: head, every table in one snapshot, every piece of evidence, in one archive, while work goes on.

import { Readable, type Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Instant } from '../domain/shared/time.ts';
import { type ArchivePen, type ArchiveSize, writeArchive } from './archive.ts';
import { type AppliedMigration, openSnapshot, type Snapshot, type Table } from './dump.ts';
import type { Files } from './files.ts';

export const HEAD = 'bailang.json';
export const FORMAT = 1;

/** The first member: what the archive is, and what a restore must know before it begins. */
export interface BackupHead {
  readonly format: number;
  readonly program: string;
  readonly madeAt: Instant;
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly Table[];
}

export interface BackupMade extends ArchiveSize {
  /** Whole pieces of evidence. */
  readonly files: number;
  /**
   * Recorded files that the store no longer has, or whose content is no longer what their name says: the backup is made, and holds the changed
   * ones as they are, since half a document is more than none.
   */
  readonly missing: readonly string[];
}

export interface BackupWishes {
  readonly connection: Parameters<typeof openSnapshot>[0];
  readonly files: Files;
  readonly path: string;
  readonly program: string;
  readonly now: Instant;
  /** Raw public parts that the archive is sealed for; none: it stays plain. */
  readonly recipients?: readonly Uint8Array[];
  /** For trials of a disk that fills. */
  readonly openFile?: (path: string) => Writable;
}

/** Makes the archive at `path`, replacing what was there only when the new one is whole. */
export async function makeBackup({ connection, files, path, program, now, recipients, openFile }: BackupWishes): Promise<BackupMade> {
  const snapshot = await openSnapshot(connection);
  const missing: string[] = [];
  let count = 0;
  try {
    const size = await writeArchive(
      path,
      async (pen) => {
        const head: BackupHead = { format: FORMAT, program, madeAt: now, migrations: snapshot.migrations, tables: snapshot.tables };
        await pen.add(HEAD, Buffer.from(JSON.stringify(head)));
        for (const table of snapshot.tables) await addTable(pen, table, snapshot.read(table));
        for await (const file of stored(snapshot)) {
          const isWhole = await addEvidence(pen, file, files);
          if (!isWhole) missing.push(file.sha256);
          count += isWhole ? 1 : 0;
        }
      },
      openFile,
      recipients,
    );
    return { ...size, files: count, missing };
  } finally {
    await snapshot.close();
  }
}

/** Whether the evidence went in and is what its name says. Its list keeps the bytes as they went in: so a restore can tell who changed them. */
async function addEvidence(pen: ArchivePen, { sha256, bytes }: { readonly sha256: string; readonly bytes: number }, files: Files): Promise<boolean> {
  if (!(await files.has(sha256)) || (await files.size(sha256)) !== bytes) return false;
  return (await pen.addStream(`bukti/${sha256}`, bytes, Readable.from(exactly(bytes, files.read(sha256)), { objectMode: false }))) === sha256;
}

/** One file that the disk cannot read to its end must not cost the backup of all others: zeros stand for the rest, and its digest tells. */
async function* exactly(bytes: number, content: Readable): AsyncGenerator<Buffer> {
  let left = bytes;
  try {
    for await (const chunk of content) {
      const part = (chunk as Buffer).subarray(0, left);
      left -= part.length;
      yield part;
    }
  } catch {}
  for (; left > 0; left -= Math.min(left, ZEROS.length)) yield ZEROS.subarray(0, left);
}

const ZEROS = Buffer.alloc(64 * 1024);

/** Gathers the list a page at a time: the connection is free again before a slow file is read. */
async function* stored(snapshot: Snapshot) {
  const all: { readonly sha256: string; readonly bytes: number }[] = [];
  for await (const file of snapshot.storedFiles()) all.push(file);
  yield* all;
}

const PART_BYTES = 4 * 1024 * 1024;

/** A member of a tar needs its size beforehand, so a table goes in parts of some megabytes, each packed on its own. */
async function addTable(pen: ArchivePen, { name }: Table, rows: Readable): Promise<void> {
  let [held, bytes, part]: [Buffer[], number, number] = [[], 0, 0];
  const flush = async () => {
    await pen.add(`tabel/${name}.${String(part).padStart(5, '0')}.gz`, gzipSync(Buffer.concat(held)));
    [held, bytes, part] = [[], 0, part + 1];
  };
  for await (const chunk of rows) {
    held.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes >= PART_BYTES) await flush();
  }
  if (bytes > 0) await flush();
}
