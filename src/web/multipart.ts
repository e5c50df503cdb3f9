// Reads a posted form with files as it arrives. Whatever goes wrong half-way has one holder: the rest of the body is read and thrown away,
// so that the browser hears the answer, and no promise and no stream is left behind.

import { PassThrough, type Readable } from 'node:stream';
import { Busboy, type BusboyConfig } from '@fastify/busboy';
import { FormRefused, VisitorGone } from './form.ts';
import type { Ctx } from './request.ts';

export type Pairs = readonly (readonly [string, string])[];

export interface MultipartWishes<T> {
  readonly limits: NonNullable<BusboyConfig['limits']>;
  readonly mostBytes: number;
  /** Takes one file; `pairs` are the fields that stood before it. What it leaves unread is thrown away. */
  readonly takeFile: (pairs: Pairs, stream: Readable, name: string) => Promise<T>;
}

export interface Multipart<T> {
  readonly pairs: Pairs;
  readonly files: readonly T[];
}

/** Fields and files. Throws what `takeFile` threw; FormRefused: 413 longer than `mostBytes`, 400 not such a form; VisitorGone: cut off. */
export async function readMultipart<T>(c: Ctx, wishes: MultipartWishes<T>): Promise<Multipart<T>> {
  const kind = c.req.header('content-type') ?? '';
  const body = c.req.raw.body;
  if (!kind.startsWith('multipart/form-data') || body === null) throw new FormRefused(400);
  if (Number(c.req.header('content-length') ?? 0) > wishes.mostBytes) throw new FormRefused(413);
  const pairs: [string, string][] = [];
  const open = new Set<Readable>();
  const arriving: Promise<T>[] = [];
  const trouble = firstTrouble();
  const parser = parserOf(kind, wishes.limits);
  parser.on('field', (name: string, value: string) => pairs.push([name, value]));
  parser.on('file', (_field: string, part: Readable, name: string) => {
    const stream = apart(part);
    open.add(stream);
    const taken = wishes.takeFile(pairs, stream, name);
    taken.catch(trouble.found).then(() => stream.destroy());
    arriving.push(taken);
  });
  parser.on('error', () => trouble.found(new FormRefused(400)));
  const isGone = await feed(parser, body, wishes.mostBytes, trouble);
  if (trouble.first() !== null) for (const stream of open) stream.destroy(trouble.first() as Error);
  const settled = await Promise.allSettled(arriving);
  const first = isGone ? new VisitorGone() : trouble.first();
  if (first !== null) throw first;
  return { pairs, files: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])) };
}

/** The parser waits for a part's reader for ever, even for one that is gone: so a reader gets a stream that may end early. */
function apart(part: Readable): Readable {
  const stream = new PassThrough();
  stream.on('error', () => {}).once('close', () => part.unpipe(stream).resume());
  part.once('error', (error) => stream.destroy(error));
  return part.pipe(stream);
}

interface Trouble {
  readonly found: (error: Error) => void;
  readonly first: () => Error | null;
  /** Resolves at the first. */
  readonly comes: Promise<void>;
}

function firstTrouble(): Trouble {
  const { promise: comes, resolve } = Promise.withResolvers<void>();
  let first: Error | null = null;
  const found = (error: Error) => {
    first ??= error;
    resolve();
  };
  return { found, first: () => first, comes };
}

/**
 * Gives the body to the parser piece by piece; after the first trouble it is only read to its end, as far as `mostBytes`. True when the
 * visitor hung up before it.
 */
async function feed(parser: InstanceType<typeof Busboy>, body: ReadableStream<Uint8Array>, mostBytes: number, trouble: Trouble): Promise<boolean> {
  let bytes = 0;
  let isGone = false;
  try {
    for await (const piece of body) {
      bytes += piece.byteLength;
      if (bytes > mostBytes) {
        trouble.found(new FormRefused(413));
        break;
      }
      if (trouble.first() === null) await Promise.race([new Promise<void>((resolve) => parser.write(Buffer.from(piece), () => resolve())), trouble.comes]);
    }
  } catch {
    isGone = true;
    trouble.found(new VisitorGone());
  }
  if (trouble.first() === null) await Promise.race([new Promise<void>((resolve) => parser.once('finish', resolve).end()), trouble.comes]);
  if (trouble.first() !== null) parser.destroy();
  return isGone;
}

function parserOf(kind: string, limits: BusboyConfig['limits']): InstanceType<typeof Busboy> {
  try {
    return new Busboy({ headers: { 'content-type': kind }, limits });
  } catch {
    throw new FormRefused(400);
  }
}
