// Pictures read by their own headers to the end of the container: true size, nothing missing, nothing foreign behind it.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { followsAnother, holdsAnother } from './foreign.ts';
import { broken, type Inspected, lettersOf, MOST_PIXELS, MOST_SIDE, twoInOne } from './inspected.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the container ends, and the size it states; null when it does not hold together. */
type Found = (Size & { readonly end: number }) | null;

/** Refuses `evidence.broken`, `evidence.two-in-one`, `evidence.too-many-pixels` (width, height, megapixels). */
export function inspectPicture(kind: 'jpg' | 'png' | 'webp', bytes: Uint8Array): Outcome<Inspected> {
  const found = READERS[kind](bytes);
  if (found === null || found.width < 1 || found.height < 1) return broken(kind);
  const { width, height, end } = found;
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS)
    return refuse('evidence.too-many-pixels', { width, height, megapixels: MOST_PIXELS / 1_000_000 });
  if (kind !== 'jpg' && end < bytes.length) return twoInOne(kind);
  if (followsAnother(bytes, end) || holdsAnother(bytes)) return twoInOne(kind);
  return ok({ width, height });
}

const READERS: Readonly<Record<'jpg' | 'png' | 'webp', (bytes: Uint8Array) => Found>> = { jpg: readJpeg, png: readPng, webp: readWebp };

const big16 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
const big32 = (bytes: Uint8Array, at: number) => big16(bytes, at) * 65_536 + big16(bytes, at + 2);
const little24 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0) * 65_536;
const little32 = (bytes: Uint8Array, at: number) => little24(bytes, at) + (bytes[at + 3] ?? 0) * 16_777_216;

const [EOI, SOS] = [0xd9, 0xda];
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Markers one after the other, each with its length, the compressed picture between them. */
function readJpeg(bytes: Uint8Array): Found {
  let at = 2;
  let size: Size | null = null;
  let isDrawn = false;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === EOI) return size === null || !isDrawn ? null : { ...size, end: at + 2 };
    else if (standsAlone(marker)) at += 2;
    else {
      const length = big16(bytes, at + 2);
      if (length < 2 || at + 2 + length > bytes.length) return null;
      if (isFrame(marker)) size = { height: big16(bytes, at + 5), width: big16(bytes, at + 7) };
      at += 2 + length;
      if (marker === SOS) {
        at = afterScan(bytes, at);
        isDrawn = true;
      }
    }
  }
  return null;
}

/** The next marker that is not part of the compressed picture. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && ((bytes[at + 1] ?? 0) === 0 || standsAlone(bytes[at + 1] ?? 0))) at = bytes.indexOf(0xff, at + 2);
  return at === -1 ? bytes.length : at;
}

/** Chunks one after the other, from IHDR to IEND, with at least one of the picture's own. */
function readPng(bytes: Uint8Array): Found {
  let at = 8;
  let size: Size | null = null;
  let isDrawn = false;
  while (at + 12 <= bytes.length) {
    const length = big32(bytes, at);
    const name = lettersOf(bytes, at + 4, at + 8);
    const next = at + 12 + length;
    if (next > bytes.length || !/^[A-Za-z]{4}$/.test(name) || (size === null) !== (name === 'IHDR')) return null;
    if (name === 'IHDR') size = { width: big32(bytes, at + 8), height: big32(bytes, at + 12) };
    if (name === 'IDAT') isDrawn = true;
    if (name === 'IEND') return size === null || !isDrawn ? null : { ...size, end: next };
    at = next;
  }
  return null;
}

/** Chunks of a RIFF that is exactly as long as it says. */
function readWebp(bytes: Uint8Array): Found {
  const end = 8 + little32(bytes, 4);
  if (end > bytes.length) return null;
  let at = 12;
  let size: Size | null = null;
  let isDrawn = false;
  while (at + 8 <= end) {
    const name = lettersOf(bytes, at, at + 4);
    const length = little32(bytes, at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > end) return null;
    size ??= webpSize(bytes, name, at + 8);
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') isDrawn = true;
    at = next;
  }
  return size === null || !isDrawn || at !== end ? null : { ...size, end };
}

function webpSize(bytes: Uint8Array, name: string, at: number): Size | null {
  if (name === 'VP8X') return { width: little24(bytes, at + 4) + 1, height: little24(bytes, at + 7) + 1 };
  if (name === 'VP8L' && bytes[at] === 0x2f) {
    const bits = little32(bytes, at + 1);
    return { width: (bits % 16_384) + 1, height: (Math.floor(bits / 16_384) % 16_384) + 1 };
  }
  if (name === 'VP8 ' && lettersOf(bytes, at + 3, at + 6) === '\u009d\u0001*')
    return { width: little32(bytes, at + 6) % 16_384, height: Math.floor(little32(bytes, at + 6) / 65_536) % 16_384 };
  return null;
}
