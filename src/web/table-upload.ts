// Reads a posted form with one small file, a table or a setting, held in memory and nowhere else.

import type { Readable } from 'node:stream';
import { checkToken, type Form, FormRefused, formOf } from './form.ts';
import { readMultipart } from './multipart.ts';
import type { Ctx } from './request.ts';

export interface TableForm {
  readonly form: Form;
  /** Null where no file was chosen. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

const MOST_FILE_BYTES = 20_000_000;
const MOST_FIELD_BYTES = 1_000_000;
const LIMITS = { files: 1, fields: 100, fieldSize: MOST_FIELD_BYTES, fileSize: MOST_FILE_BYTES + 1 };

/** The form and its file. Throws FormRefused: 413 too large, 400 not such a form, 403 without the session's token. */
export async function readTableForm(c: Ctx): Promise<TableForm> {
  const { pairs, files } = await readMultipart(c, {
    limits: LIMITS,
    mostBytes: MOST_FILE_BYTES + MOST_FIELD_BYTES,
    takeFile: (_before, stream, name) => hold(stream, name),
  });
  const form = formOf(pairs);
  checkToken(c, form.text('csrf'));
  return { form, file: files.find((file) => file.name !== '') ?? null };
}

async function hold(stream: Readable, name: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  if (bytes.length > MOST_FILE_BYTES) throw new FormRefused(413);
  return { name: name ?? '', bytes };
}
