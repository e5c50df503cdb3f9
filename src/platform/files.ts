// Evidence on disk: one file per content, named by its SHA-256, written whole or not at all.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Instant, later } from '../domain/shared/time.ts';

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes, enough to tell the kind. */
  readonly head: Buffer;
}

/** Content that has arrived and is not yet among the kept: it stays only when it is kept. */
export interface Staged extends StoredBytes {
  /** Where it lies until then. */
  readonly path: string;
  /** Puts it among the kept, where it may be already. */
  keep(): Promise<void>;
  /** Throws it away; nothing happens to what was kept. */
  drop(): Promise<void>;
}

/** A file of the folder: kept under its digest, or arriving. */
export interface OnDisk {
  readonly name: string;
  readonly bytes: number;
  readonly changedAt: Instant;
}

export interface Files {
  /** Takes content in without keeping it. Nothing remains of a stream that fails or is longer than `maxBytes`. */
  stage(content: Uint8Array | Readable, maxBytes: number): Promise<Staged | 'too-large'>;
  /** Streams the content to disk, hashing as it goes. Nothing remains of a stream that fails or is longer than `maxBytes`. */
  write(content: Uint8Array | Readable, maxBytes?: number): Promise<StoredBytes | 'too-large'>;
  /** Takes in what should be `sha256`. False, and nothing remains, when the content is something else. */
  keep(sha256: string, content: Readable): Promise<boolean>;
  has(sha256: string): Promise<boolean>;
  size(sha256: string): Promise<number>;
  read(sha256: string, range?: { readonly start: number; readonly end: number }): ReadStream;
  remove(sha256: string): Promise<void>;
  /** When the kept content last changed on disk; null when it is not there. */
  changedAt(sha256: string): Promise<Instant | null>;
  /** Everything that is kept, a folder at a time. */
  list(): AsyncIterable<OnDisk>;
  /** What is arriving, or was left behind by a process that ended. */
  listArriving(): Promise<readonly OnDisk[]>;
  removeArriving(name: string): Promise<void>;
}

type OpenFile = (path: string) => Writable;

const HEAD_BYTES = 4096;

/** A store below `folder`, two letters a level. `openFile` is for trials of a disk that fills. */
export function openFiles(folder: string, newName: () => string, openFile: OpenFile = (path) => createWriteStream(path, { flush: true })): Files {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const incoming = join(folder, 'incoming');
  const settle = async (temporary: string, sha256: string) => {
    await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
    await rename(temporary, place(sha256)).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      await access(place(sha256));
    });
    await syncFolder(join(folder, sha256.slice(0, 2)));
  };
  const stage = async (content: Readable, maxBytes: number): Promise<Staged | 'too-large'> => {
    await mkdir(incoming, { recursive: true });
    const path = join(incoming, newName());
    try {
      const stored = await receive(content, openFile(path), maxBytes);
      if (stored !== 'too-large') return { ...stored, path, keep: once(() => settle(path, stored.sha256)), drop: () => rm(path, { force: true }) };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    await rm(path, { force: true });
    return 'too-large';
  };
  const take = async (content: Readable, maxBytes: number, wanted?: string) => {
    const staged = await stage(content, maxBytes);
    if (staged === 'too-large') return staged;
    if (wanted === undefined || staged.sha256 === wanted) await staged.keep();
    else await staged.drop();
    return { sha256: staged.sha256, bytes: staged.bytes, head: staged.head };
  };
  const onDisk = async (path: string, name: string): Promise<OnDisk | null> => {
    const { size, mtimeMs } = await stat(path).catch(whenGone(NOT_THERE));
    return size < 0 ? null : { name, bytes: size, changedAt: later(BEGINNING, Math.floor(mtimeMs)) };
  };
  return {
    stage: (content, maxBytes) => stage(content instanceof Readable ? content : Readable.from([content]), maxBytes),
    write: (content, maxBytes = Number.MAX_SAFE_INTEGER) => take(content instanceof Readable ? content : Readable.from([content]), maxBytes),
    async keep(sha256, content) {
      const stored = await take(content, Number.MAX_SAFE_INTEGER, sha256);
      return stored !== 'too-large' && stored.sha256 === sha256;
    },
    has: (sha256) =>
      access(place(sha256)).then(
        () => true,
        () => false,
      ),
    size: async (sha256) => (await stat(place(sha256))).size,
    read: (sha256, range) => createReadStream(place(sha256), range ?? {}),
    remove: (sha256) => rm(place(sha256), { force: true }),
    changedAt: async (sha256) => (await onDisk(place(sha256), sha256))?.changedAt ?? null,
    async *list() {
      for (const letters of (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
        for (const name of (await namesIn(join(folder, letters))).filter((one) => /^[0-9a-f]{64}$/.test(one))) {
          const found = await onDisk(place(name), name);
          if (found !== null) yield found;
        }
      }
    },
    async listArriving() {
      const all = await Promise.all((await namesIn(incoming)).map((name) => onDisk(join(incoming, name), name)));
      return all.filter((one) => one !== null);
    },
    removeArriving: (name) => rm(join(incoming, name), { force: true }),
  };
}

/** Done when it is first asked for; asked again, it was. A failure may be tried again. */
function once(work: () => Promise<void>): () => Promise<void> {
  let isDone = false;
  return async () => {
    if (!isDone) await work();
    isDone = true;
  };
}

const BEGINNING: Instant = '1970-01-01T00:00:00.000Z';
const NOT_THERE = { size: -1, mtimeMs: 0 };

/** What stands for a file or folder that another process has taken away meanwhile. */
function whenGone<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
}

function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(whenGone([]));
}

async function receive(content: Readable, to: Writable, maxBytes: number): Promise<StoredBytes | 'too-large'> {
  const digest = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) return done(new TooLarge());
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
      digest.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(content, meter, to);
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    throw error;
  }
  return { sha256: digest.digest('hex'), bytes, head };
}

class TooLarge extends Error {}

/** The rename itself must survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
