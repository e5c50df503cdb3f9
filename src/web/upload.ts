// Reads a posted form with files: each file streams to the store as it comes, after the form's token has been checked.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { type ReceivedFile, receiveEvidence } from '../actions/innovation/receive-evidence.ts';
import { MOST_VIDEO_BYTES } from '../domain/innovation/evidence.ts';
import type { Outcome } from '../domain/shared/outcome.ts';
import { checkToken, type Form, FormRefused, formOf } from './form.ts';
import type { Ctx } from './request.ts';

export interface UploadedFile {
  readonly name: string;
  readonly outcome: Outcome<ReceivedFile>;
}

export interface Upload {
  readonly form: Form;
  readonly files: readonly UploadedFile[];
}

const MOST_FILES = 10;
const MOST_FIELDS = 30;
const MOST_FIELD_BYTES = 20_000;
const MOST_FORM_BYTES = 4 * MOST_VIDEO_BYTES;

/** The form and its files. Throws FormRefused: 413 too large, 400 not such a form, 403 without the session's token. */
export async function readUpload(c: Ctx): Promise<Upload> {
  const kind = c.req.header('content-type') ?? '';
  const body = c.req.raw.body;
  if (!kind.startsWith('multipart/form-data') || body === null) throw new FormRefused(400);
  if (Number(c.req.header('content-length') ?? 0) > MOST_FORM_BYTES) throw new FormRefused(413);
  const pairs: [string, string][] = [];
  const arriving: Promise<UploadedFile | null>[] = [];
  const parser = parserOf(kind);
  parser.on('field', (name: string, value: string) => pairs.push([name, value]));
  parser.on('file', (_field: string, stream: Readable, name: string) => {
    arriving.push(takeFile(c, pairs, stream, name));
  });
  const refused = await pipeline(Readable.fromWeb(body as ReadableStream<Uint8Array>), parser).catch(() => new FormRefused(400));
  const settled = await Promise.allSettled(arriving);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason instanceof FormRefused ? failed.reason : (refused ?? failed.reason);
  if (refused) throw refused;
  const form = formOf(pairs);
  checkToken(c, form.text('csrf'));
  return { form, files: settled.flatMap((one) => (one.status === 'fulfilled' && one.value !== null ? [one.value] : [])) };
}

function parserOf(kind: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { 'content-type': kind },
      limits: { files: MOST_FILES, fields: MOST_FIELDS, fieldSize: MOST_FIELD_BYTES, fileSize: MOST_VIDEO_BYTES + 1 },
    });
  } catch {
    throw new FormRefused(400);
  }
}

/** Null where no file was chosen. The fields of the form stand before its files, the token among them. */
async function takeFile(c: Ctx, pairs: readonly [string, string][], stream: Readable, name: string): Promise<UploadedFile | null> {
  try {
    checkToken(c, formOf(pairs).text('csrf'));
  } catch (error) {
    stream.resume();
    throw error;
  }
  if (!name) {
    stream.resume();
    return null;
  }
  return { name, outcome: await receiveEvidence(c.var.platform.files, stream, name) };
}
