// Evidence on disk: one file per content, named by its SHA-256, written whole or not at all.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes, enough to tell the kind. */
  readonly head: Buffer;
}

export interface Files {
  /** Streams the content to disk, hashing as it goes. Nothing remains of a stream that fails or is longer than `maxBytes`. */
  write(content: Uint8Array | Readable, maxBytes?: number): Promise<StoredBytes | 'too-large'>;
  /** Takes in what should be `sha256`. False, and nothing remains, when the content is something else. */
  keep(sha256: string, content: Readable): Promise<boolean>;
  has(sha256: string): Promise<boolean>;
  size(sha256: string): Promise<number>;
  read(sha256: string, range?: { readonly start: number; readonly end: number }): ReadStream;
  remove(sha256: string): Promise<void>;
}

type OpenFile = (path: string) => Writable;

const HEAD_BYTES = 4096;

/** A store below `folder`, two letters a level. `openFile` is for trials of a disk that fills. */
export function openFiles(folder: string, newName: () => string, openFile: OpenFile = (path) => createWriteStream(path, { flush: true })): Files {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const take = async (content: Readable, maxBytes: number, wanted?: string) => {
    await mkdir(join(folder, 'incoming'), { recursive: true });
    const temporary = join(folder, 'incoming', newName());
    try {
      const stored = await receive(content, openFile(temporary), maxBytes);
      if (stored === 'too-large' || (wanted !== undefined && stored.sha256 !== wanted)) return stored;
      await mkdir(join(folder, stored.sha256.slice(0, 2)), { recursive: true });
      await rename(temporary, place(stored.sha256));
      await syncFolder(join(folder, stored.sha256.slice(0, 2)));
      return stored;
    } finally {
      await rm(temporary, { force: true });
    }
  };
  return {
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
  };
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
