// One file that holds everything: a tar whose last member lists every other with its size and SHA-256; sealed as an age file when it has recipients.

import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough, Readable, Transform, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import tar from 'tar-stream';
import { AGE_MAGIC, BrokenSeal, decrypted, encrypted, WrongKey } from './age.ts';

const LIST = 'daftar-isi.json';

export interface ArchiveSize {
  readonly bytes: number;
  /** SHA-256 of the list of members: two archives with the same digest hold the same. */
  readonly digest: string;
}

export interface ArchivePen {
  add(name: string, content: Buffer): Promise<void>;
  /** Resolves with the SHA-256 of what was put in. */
  addStream(name: string, bytes: number, content: Readable): Promise<string>;
}

type Member = readonly [name: string, bytes: number, sha256: string];

/** The archive is cut short, changed, or was never one of ours. `member` is where it was found. */
export class DamagedArchive extends Error {
  readonly member: string;
  constructor(member: string, what: string) {
    super(what);
    this.member = member;
  }
}

/** Whether the file is sealed, so that a key must open it. */
export async function isSealed(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(AGE_MAGIC.length), 0, AGE_MAGIC.length, 0);
    return AGE_MAGIC.equals(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Writes the archive, sealed for the recipients if there are any, beside its place and moves it there when it is whole and on disk: what stood there before stays until then. */
export async function writeArchive(
  path: string,
  fill: (pen: ArchivePen) => Promise<void>,
  openFile: (path: string) => Writable = (temporary) => createWriteStream(temporary, { flush: true, mode: 0o600 }),
  recipients: readonly Uint8Array[] = [],
): Promise<ArchiveSize> {
  const temporary = `${path}.${process.pid}.sementara`;
  const pack = tar.pack();
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    const seal = (source: AsyncIterable<Uint8Array>) => (recipients.length === 0 ? source : encrypted(source, recipients));
    const written = pipeline(pack, new PassThrough(), seal, meter, openFile(temporary));
    const filled = fillPack(pack, fill).catch((error: Error) => {
      pack.destroy(error);
      throw error;
    });
    const [digest] = await Promise.all([Promise.race([filled, written.then(() => filled)]), written]);
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return { bytes, digest };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function fillPack(pack: tar.Pack, fill: (pen: ArchivePen) => Promise<void>): Promise<string> {
  const members: Member[] = [];
  const addStream = async (name: string, bytes: number, content: Readable) => {
    const digest = createHash('sha256');
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        digest.update(chunk);
        done(null, chunk);
      },
    });
    await new Promise<void>((resolve, reject) => {
      const fail = (error?: Error | null) => reject(error ?? new Error('the archive was closed'));
      const entry = pack.entry({ name, size: bytes, mode: 0o600 }, (error) => {
        pack.off('close', fail);
        if (error) reject(error);
        else resolve();
      });
      pack.once('close', fail);
      pipeline(content, hashed, entry).catch(reject);
    });
    const sha256 = digest.digest('hex');
    members.push([name, bytes, sha256]);
    return sha256;
  };
  const add = async (name: string, content: Buffer) => void (await addStream(name, content.length, Readable.from([content])));
  await fill({ add, addStream });
  const list = Buffer.from(JSON.stringify({ members }));
  await add(LIST, list);
  pack.finalize();
  return createHash('sha256').update(list).digest('hex');
}

/**
 * Hands every member to `take`, in order, and checks each against the list at the end. Throws DamagedArchive, and WrongKey when none of the
 * identities opens a sealed one; what `take` did before must be undone by the caller then.
 */
export async function readArchive(
  path: string,
  take: (name: string, content: Readable, bytes: number) => Promise<void>,
  identities: readonly Uint8Array[] = [],
): Promise<ArchiveSize> {
  const extract = tar.extract();
  const source = createReadStream(path);
  const found: Member[] = [];
  let bytes = 0;
  let list: string | null = null;
  const sealed = await isSealed(path);
  let sealFault: unknown = null;
  const unseal = async function* (content: AsyncIterable<Buffer>) {
    const counted = async function* () {
      for await (const chunk of content) {
        bytes += chunk.length;
        yield chunk;
      }
    };
    try {
      yield* sealed ? decrypted(counted(), identities) : counted();
    } catch (error) {
      sealFault = error;
      throw error;
    }
  };
  const fed = pipeline(source, unseal, extract);
  fed.catch(() => undefined);
  try {
    for await (const entry of extract) {
      const { name, size = 0 } = entry.header;
      const digest = createHash('sha256');
      const content = Readable.from(hashed(entry, digest), { objectMode: false });
      if (name === LIST) list = await textOf(content);
      else {
        await take(name, content, size);
        if (!content.readableEnded) await finished(content.resume());
        found.push([name, size, digest.digest('hex')]);
      }
    }
    await fed;
  } catch (error) {
    const cause = sealFault ?? error;
    if (cause instanceof BrokenSeal) throw new DamagedArchive(found.at(-1)?.[0] ?? '', cause.message);
    if (cause instanceof WrongKey) throw cause;
    if ((error as NodeJS.ErrnoException).code !== undefined || error instanceof DamagedArchive) throw error;
    throw isTarError(error) ? new DamagedArchive(found.at(-1)?.[0] ?? '', (error as Error).message) : error;
  }
  compareWithList(found, list);
  return {
    bytes,
    digest: createHash('sha256')
      .update(list ?? '')
      .digest('hex'),
  };
}

async function* hashed(content: AsyncIterable<unknown>, digest: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    digest.update(chunk as Buffer);
    yield chunk as Buffer;
  }
}

function isTarError(error: unknown): boolean {
  return error instanceof Error && /end of data|tar header|checksum|Writable stream closed|Premature close|Invalid/i.test(error.message);
}

function compareWithList(found: readonly Member[], list: string | null): void {
  if (list === null) throw new DamagedArchive(found.at(-1)?.[0] ?? '', 'the list of members is missing');
  const wanted = membersIn(list);
  for (let at = 0; at < Math.max(found.length, wanted.length); at += 1) {
    const [is, should] = [found[at], wanted[at]];
    if (String(is) !== String(should)) throw new DamagedArchive(String((should ?? is)?.[0]), 'differs from the list');
  }
}

function membersIn(list: string): readonly Member[] {
  try {
    const { members } = JSON.parse(list) as { members?: unknown };
    if (Array.isArray(members)) return members as Member[];
  } catch {}
  throw new DamagedArchive(LIST, 'the list of members cannot be read');
}

/** The whole content of a stream that is known to be small. */
export async function textOf(content: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The rename itself must survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
