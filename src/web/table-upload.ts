// Reads a posted form with one small file, a table or a setting, held in memory and nowhere else.

import type { Readable } from 'node:stream';
import { Readable as NodeReadable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { checkToken, type Form, FormRefused, formOf } from './form.ts';
import type { Ctx } from './request.ts';

export interface TableForm {
  readonly form: Form;
  /** Null where no file was chosen. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

const MOST_FILE_BYTES = 20_000_000;
const MOST_FIELD_BYTES = 1_000_000;
const MOST_FIELDS = 100;

/** The form and its file. Throws FormRefused: 413 too large, 400 not such a form, 403 without the session's token. */
export async function readTableForm(c: Ctx): Promise<TableForm> {
  const kind = c.req.header('content-type') ?? '';
  const body = c.req.raw.body;
  if (!kind.startsWith('multipart/form-data') || body === null) throw new FormRefused(400);
  if (Number(c.req.header('content-length') ?? 0) > MOST_FILE_BYTES + MOST_FIELD_BYTES) throw new FormRefused(413);
  const pairs: [string, string][] = [];
  const received: { name: string; pieces: Buffer[] }[] = [];
  let isTooLarge = false;
  const parser = parserOf(kind);
  parser.on('field', (name: string, value: string) => pairs.push([name, value]));
  parser.on('file', (_field: string, stream: Readable, name: string) => {
    const pieces: Buffer[] = [];
    stream.on('limit', () => {
      isTooLarge = true;
    });
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    if (name) received.push({ name, pieces });
  });
  await pipeline(NodeReadable.fromWeb(body as ReadableStream<Uint8Array>), parser).catch(() => {
    throw new FormRefused(400);
  });
  if (isTooLarge) throw new FormRefused(413);
  const form = formOf(pairs);
  checkToken(c, form.text('csrf'));
  const [first] = received;
  return { form, file: first === undefined ? null : { name: first.name, bytes: Buffer.concat(first.pieces) } };
}

function parserOf(kind: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({ headers: { 'content-type': kind }, limits: { files: 1, fields: MOST_FIELDS, fieldSize: MOST_FIELD_BYTES, fileSize: MOST_FILE_BYTES } });
  } catch {
    throw new FormRefused(400);
  }
}
