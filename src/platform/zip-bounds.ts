// What a ZIP says it holds, read before anything is unpacked: names, sizes, and whether they are within bounds.

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;
/** Worksheets are streamed and may stop early; everything else is held in memory. */
const MOST_PART_BYTES = 48_000_000;
const MOST_SHEET_BYTES = 300_000_000;
const MOST_ENTRIES = 2_000;
const DESCRIPTOR_FLAG = 8;

export interface ZipPart {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Where its packed bytes begin, and how many they are. */
  readonly from: number;
  readonly packed: number;
  /** Bytes once unpacked, as stated. */
  readonly size: number;
}

/**
 * The entries. `damaged` when the list is cut, uses ZIP64, or leaves a size open (the reader holds entries to their stated size, so
 * that a size must be stated); `too-large` when a part states more than can be held.
 */
export function inspectZip(bytes: Uint8Array): { readonly parts: readonly ZipPart[] } | 'damaged' | 'too-large' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return 'damaged';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) return 'damaged';
  const parts: ZipPart[] = [];
  let held = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) return 'damaged';
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const isOpen = (size === 0 && packed > 2) || (packed === 0 && (view.getUint16(at + 8, true) & DESCRIPTOR_FLAG) !== 0);
    if (isOpen) return 'damaged';
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    const from = bodyOf(view, view.getUint32(at + 42, true));
    if (from === null) return 'damaged';
    parts.push({ name, method: view.getUint16(at + 10, true), from, packed, size });
    if (name.startsWith('xl/worksheets/')) {
      if (size > MOST_SHEET_BYTES) return 'too-large';
    } else held += size;
    if (held > MOST_PART_BYTES) return 'too-large';
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { parts };
}

/** An entry's bytes stand behind a header of its own, with a name and extra fields that may differ from those of the list. */
function bodyOf(view: DataView, at: number): number | null {
  if (at + LOCAL_BYTES > view.byteLength || view.getUint32(at, true) !== LOCAL) return null;
  return at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function findEnd(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= least; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}
