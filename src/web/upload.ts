// Reads a posted form with files: each file streams to the store as it comes, after the form's token has been checked.

import type { Readable } from 'node:stream';
import { type ReceivedFile, receiveEvidence } from '../actions/innovation/receive-evidence.ts';
import { MOST_VIDEO_BYTES } from '../domain/innovation/evidence.ts';
import type { Outcome } from '../domain/shared/outcome.ts';
import { checkToken, type Form, formOf } from './form.ts';
import { type Pairs, readMultipart } from './multipart.ts';
import type { Ctx } from './request.ts';

export interface UploadedFile {
  readonly name: string;
  readonly outcome: Outcome<ReceivedFile>;
}

export interface Upload {
  readonly form: Form;
  readonly files: readonly UploadedFile[];
}

const LIMITS = { files: 10, fields: 30, fieldSize: 20_000, fileSize: MOST_VIDEO_BYTES + 1 };
const MOST_FORM_BYTES = 4 * MOST_VIDEO_BYTES;

/** The form and its files, which lie aside until an act keeps them. Throws FormRefused: 413 too large, 400 not such a form, 403 without the session's token. */
export async function readUpload(c: Ctx): Promise<Upload> {
  const arrived: UploadedFile[] = [];
  try {
    return await takeUpload(c, arrived);
  } catch (error) {
    await dropFiles(arrived);
    throw error;
  }
}

async function takeUpload(c: Ctx, arrived: UploadedFile[]): Promise<Upload> {
  const { pairs, files } = await readMultipart(c, {
    limits: LIMITS,
    mostBytes: MOST_FORM_BYTES,
    takeFile: async (before, stream, name) => {
      const file = await takeFile(c, before, stream, name);
      if (file !== null) arrived.push(file);
      return file;
    },
  });
  const form = formOf(pairs);
  checkToken(c, form.text('csrf'));
  return { form, files: files.filter((file) => file !== null) };
}

/** Throws away what no act has kept. */
export async function dropFiles(files: readonly UploadedFile[]): Promise<void> {
  for (const { outcome } of files) if (outcome.ok) await outcome.value.drop();
}

/** Null where no file was chosen. The fields of the form stand before its files, the token among them. */
async function takeFile(c: Ctx, before: Pairs, stream: Readable, name: string): Promise<UploadedFile | null> {
  checkToken(c, formOf(before).text('csrf'));
  return name ? { name, outcome: await receiveEvidence(c.var.platform.files, stream, name) } : null;
}
