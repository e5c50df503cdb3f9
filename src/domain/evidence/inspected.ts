// What a file turns out to be when it is read to its end, and the limits of each kind.

import type { FileKind } from '../innovation/evidence.ts';
import { type Outcome, refuse } from '../shared/outcome.ts';

/** Whole pages, picture elements, seconds rounded up; only what the kind has. */
export interface Inspected {
  readonly pages?: number;
  readonly width?: number;
  readonly height?: number;
  readonly seconds?: number;
}

/** Pages of a PDF; a plan of a regency has some hundreds. */
export const MOST_PAGES = 1_000;
/** Picture elements: the largest camera of a phone that stays below the limit of bytes. */
export const MOST_PIXELS = 120_000_000;
export const MOST_SIDE = 30_000;
/** Four hours. */
export const MOST_SECONDS = 14_400;

const NAMES: Readonly<Record<FileKind, string>> = { pdf: 'PDF', jpg: 'JPG', png: 'PNG', webp: 'WebP', mp4: 'MP4' };

/** `evidence.broken`: the container does not hold together to its end. */
export function broken(kind: FileKind): Outcome<never> {
  return refuse('evidence.broken', { kind: NAMES[kind] });
}

/** `evidence.two-in-one`: the same bytes are, or carry, a file of another kind. */
export function twoInOne(kind: FileKind): Outcome<never> {
  return refuse('evidence.two-in-one', { kind: NAMES[kind] });
}

/** The text of bytes, a character each. */
export function lettersOf(bytes: Uint8Array, from = 0, until = bytes.length): string {
  let text = '';
  for (let at = from; at < until; at += STEP) text += String.fromCharCode(...bytes.subarray(at, Math.min(at + STEP, until)));
  return text;
}

const STEP = 8192;
