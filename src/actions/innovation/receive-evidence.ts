// Takes the bytes of a file before the act: read to its end and set aside under its digest, or refused with nothing left behind.

import type { Readable } from 'node:stream';
import type { Inspected } from '../../domain/evidence/inspected.ts';
import { checkFile, cleanLabel, type FileKind, MOST_VIDEO_BYTES } from '../../domain/innovation/evidence.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { Files, Staged } from '../../platform/files.ts';
import { inspectFile } from '../../platform/inspection.ts';

export interface ReceivedFile extends Pick<Staged, 'sha256' | 'bytes' | 'keep' | 'drop'>, Inspected {
  readonly kind: FileKind;
  readonly label: string;
}

/** Refuses what `checkFile` and `inspect` refuse. What is received stays only when the act that attaches it keeps it; whoever received it drops it. */
export async function receiveEvidence(files: Files, content: Uint8Array | Readable, name: string): Promise<Outcome<ReceivedFile>> {
  const staged = await files.stage(content, MOST_VIDEO_BYTES);
  if (staged === 'too-large') return refuse('evidence.too-large', { megabytes: MOST_VIDEO_BYTES / 1024 / 1024 });
  const { sha256, bytes, keep, drop } = staged;
  const label = cleanLabel(name);
  let isTaken = false;
  try {
    const kind = checkFile(bytes, staged.head, name);
    if (!kind.ok) return kind;
    const inspected = await inspectFile(kind.value, staged.path);
    if (!inspected.ok) return refuse(inspected.refusal.code, { ...inspected.refusal.facts, file: label });
    isTaken = true;
    return ok({ sha256, bytes, keep, drop, kind: kind.value, label, ...inspected.value });
  } finally {
    if (!isTaken) await drop();
  }
}
