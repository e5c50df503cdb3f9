// Takes the bytes of a file before the act: stored under its digest, or refused with nothing left behind.

import type { Readable } from 'node:stream';
import { checkFile, cleanLabel, type FileKind, MOST_VIDEO_BYTES } from '../../domain/innovation/evidence.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { Files } from '../../platform/files.ts';

export interface ReceivedFile {
  readonly sha256: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly label: string;
}

/** Refuses what `checkFile` refuses, and `evidence.locked` for a PDF behind a password. */
export async function receiveEvidence(files: Files, content: Uint8Array | Readable, name: string): Promise<Outcome<ReceivedFile>> {
  const stored = await files.write(content, MOST_VIDEO_BYTES);
  if (stored === 'too-large') return refuse('evidence.too-large', { megabytes: MOST_VIDEO_BYTES / 1024 / 1024 });
  const kind = checkFile(stored.bytes, stored.head, name);
  const refusal = !kind.ok ? kind : kind.value === 'pdf' && (await isLocked(files, stored.sha256)) ? refuse('evidence.locked') : null;
  if (refusal !== null || !kind.ok) {
    await files.remove(stored.sha256);
    return refusal ?? refuse('evidence.wrong-kind', { file: cleanLabel(name) });
  }
  return ok({ sha256: stored.sha256, kind: kind.value, bytes: stored.bytes, label: cleanLabel(name) });
}

const ENCRYPTION = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;
const OVERLAP = 64;

/** Whether a PDF names an encryption dictionary, at its end or, when it is laid out for the web, at its start. */
async function isLocked(files: Files, sha256: string): Promise<boolean> {
  let rest = '';
  for await (const chunk of files.read(sha256)) {
    const text = rest + (chunk as Buffer).toString('latin1');
    if (ENCRYPTION.test(text)) return true;
    rest = text.slice(-OVERLAP);
  }
  return false;
}
