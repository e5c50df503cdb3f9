// Runs in a thread of its own: reads one file at a time to its end and says what it is, so that no file holds up the server.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { constants, inflateSync } from 'node:zlib';
import { inspect } from '../domain/evidence/inspect.ts';
import { broken, type Inspected } from '../domain/evidence/inspected.ts';
import type { FileKind } from '../domain/innovation/evidence.ts';
import type { Outcome } from '../domain/shared/outcome.ts';

export interface Question {
  readonly kind: FileKind;
  readonly path: string;
}

parentPort?.on('message', ({ kind, path }: Question) => parentPort?.postMessage(look(kind, path)));

/** A file that makes our own reading fail is not trusted either. */
function look(kind: FileKind, path: string): Outcome<Inspected> {
  const file = openSync(path, 'r');
  try {
    return inspect(kind, { size: fstatSync(file).size, read: (from, length) => readAt(file, from, length) }, unpack);
  } catch {
    return broken(kind);
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

/** A stream cut short gives what it has; one that is larger than `most` gives nothing. */
function unpack(packed: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return null;
  }
}
