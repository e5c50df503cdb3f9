// What a workbook unpacks to, seen piece by piece before a reader holds any of it: no text, tag or cell longer than an office would write.

import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ZipPart } from './zip-bounds.ts';

/** Excel's own bound, 32,767 characters, at their longest in XML: six bytes each. */
const MOST_TEXT_BYTES = 32_767 * 6;
/** A cell of many runs of formatted text, or what stands between two cells: widths, merges, rules. */
const MOST_CELL_BYTES = 4_000_000;
const PIECE_BYTES = 64 * 1024;

export type PartsFound = 'fit' | 'cell-too-large' | 'damaged';

/** Whether every part of the workbook keeps within what a cell may hold, and to the size it states. */
export async function inspectParts(bytes: Uint8Array, parts: readonly ZipPart[]): Promise<PartsFound> {
  for (const part of parts) {
    if (!/^xl\/(?:worksheets\/|.*\.xml$)/.test(part.name)) continue;
    const found = await inspectPart(bytes, part);
    if (found !== 'fit') return found;
  }
  return 'fit';
}

const DEFLATED = 8;

async function inspectPart(bytes: Uint8Array, part: ZipPart): Promise<PartsFound> {
  const packed = bytes.subarray(part.from, part.from + part.packed);
  const pieces = part.method === DEFLATED ? Readable.from([packed]).pipe(createInflateRaw({ chunkSize: PIECE_BYTES })) : piecesOf(packed);
  let [total, text, cell] = [0, 0, 0];
  try {
    for await (const piece of pieces) {
      const chunk = piece as Buffer;
      total += chunk.length;
      if (total > part.size) return 'damaged';
      text = since(chunk, '<', text);
      cell = since(chunk, '<c', cell);
      if (text > MOST_TEXT_BYTES || cell > MOST_CELL_BYTES) return 'cell-too-large';
    }
  } catch {
    return 'damaged';
  }
  return 'fit';
}

/** How many bytes came since the last sign; a piece is shorter than any bound, so that only runs across pieces matter. */
function since(piece: Buffer, sign: string, before: number): number {
  const last = piece.lastIndexOf(sign);
  return last === -1 ? before + piece.length : piece.length - last;
}

function* piecesOf(packed: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += PIECE_BYTES) yield Buffer.from(packed.subarray(at, at + PIECE_BYTES));
}
